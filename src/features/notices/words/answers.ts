import type { Lang } from '../../../base/words.ts'
import type { Zone } from '../../../calendar/zone.ts'
import { actions, content, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Notice } from '../notice.ts'
import { readersButton, withdrawButton } from './buttons.ts'
import { momentWords } from './moment.ts'
import { ladderWords } from './notice.ts'
import { unmailedWords } from './unmailed.ts'

export function postedContent(
  notice: Notice,
  { readers, unmailed, zone }: { readonly readers: number; readonly unmailed: number; readonly zone: Zone },
  lang: Lang,
): Content {
  const { number, inGroup, important, until } = notice
  const end = momentWords(until, zone, lang)
  const where = {
    zh: inGroup ? '已发到群里' : `已私下发给 ${readers} 人`,
    en: inGroup ? 'is posted in the group' : `went to ${readers} ${readers === 1 ? 'person' : 'people'} in private`,
  }[lang]
  const ladder = ladderWords(important, lang)
  return content(
    lang,
    text({ zh: `通知 #${number} ${where}，${end} 截止。`, en: `Notice ${number} ${where}; it ends ${end}.` }[lang]),
    unmailed === 0 ? null : quiet(unmailedWords(unmailed, lang)),
    quiet({ zh: `${ladder}；到期告诉你结果。`, en: `${ladder}; you hear the result at the end.` }[lang]),
    actions(readersButton(notice, lang), withdrawButton(notice, lang)),
  )
}

export function changedContent(
  { number, until }: Notice,
  { again, zone }: { readonly again: boolean; readonly zone: Zone },
  lang: Lang,
): Content {
  const end = momentWords(until, zone, lang)
  const anew = {
    zh: again
      ? '大家要重新确认，看过的人也会收到。'
      : `已确认的不用再确认；要重新确认：/通知 ${number} 更正 重新确认=是`,
    en: again
      ? 'Everybody is to confirm it anew; those who had read it are told.'
      : `Who has confirmed it need not do so again; to ask anew: /notice ${number} edit again=yes`,
  }[lang]
  return content(
    lang,
    text({ zh: `通知 #${number} 已更正，${end} 截止。`, en: `Notice ${number} is corrected; it ends ${end}.` }[lang]),
    quiet(anew),
  )
}

export function withdrawnContent({ number, fileRef }: Notice, lang: Lang): Content {
  const file = {
    zh: '已经发出的文件还在原处，需要的话请自己删。',
    en: 'The file that went out stays where it is; delete it there if need be.',
  }
  return content(
    lang,
    text(
      {
        zh: `通知 #${number} 已撤回，不再提醒任何人。`,
        en: `Notice ${number} is withdrawn; nobody is asked any more.`,
      }[lang],
    ),
    fileRef === null ? null : quiet(file[lang]),
  )
}

/** May be read by anybody: it tells nothing but that somebody has read something. */
export function readNow({ number }: Notice, lang: Lang): Content {
  return content(
    lang,
    text({ zh: `好，记下了：#${number} 已读 ✓`, en: `Noted: you have read notice ${number} ✓` }[lang]),
  )
}

export function readAlready({ number }: Notice, readAt: Date, zone: Zone, lang: Lang): Content {
  const at = momentWords(readAt, zone, lang)
  return content(
    lang,
    text({ zh: `#${number} 你 ${at} 已经确认过了 ✓`, en: `You confirmed notice ${number} already, ${at} ✓` }[lang]),
  )
}

export function nothingWaits(lang: Lang): Content {
  return content(lang, text({ zh: '没有等你确认的通知。', en: 'No notice waits for you to confirm it.' }[lang]))
}
