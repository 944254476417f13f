import type { Lang } from '../../../base/words.ts'
import type { Zone } from '../../../calendar/zone.ts'
import { actions, content, field, fields, file, heading, link, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Notice, Tally } from '../notice.ts'
import { readButton } from './buttons.ts'
import { fileWords } from './handed.ts'
import { momentWords } from './moment.ts'

/** A notice with what is said beside it. */
export interface Shown {
  readonly notice: Notice
  readonly author: string
  readonly tally: Tally
  readonly zone: Zone
}

/** What the group sees: how many have read it, and never who has not. */
export function groupContent(shown: Shown, lang: Lang): Content {
  const { notice, author, tally } = shown
  if (notice.state === 'withdrawn') return withdrawnText(notice, lang)
  const count = tallyWords(tally, lang)
  return content(
    lang,
    ...body(shown, lang),
    quiet([author, endWords(shown, lang), count].join(' · ')),
    notice.state === 'open' ? quiet(howAsked(notice, lang)) : null,
    notice.state === 'open' ? actions(readButton(notice, lang)) : null,
  )
}

/** The same for one of its readers alone, in a chat or a mail. */
export function readerContent(shown: Shown, lang: Lang): Content {
  const { notice, author } = shown
  if (notice.state === 'withdrawn') return withdrawnText(notice, lang)
  return content(
    lang,
    ...body(shown, lang),
    quiet([author, endWords(shown, lang)].join(' · ')),
    notice.state === 'open' ? quiet(howAsked(notice, lang)) : null,
    notice.state === 'open' ? actions(readButton(notice, lang)) : null,
  )
}

/** A mail brings the file itself. */
export function mailContent(shown: Shown, lang: Lang): Content {
  const { blocks, ...rest } = readerContent(shown, lang)
  return { ...rest, blocks: [...blocks, ...fileContent(shown.notice, lang).blocks] }
}

/** The file of a notice that has one. */
export function fileContent({ number, fileRef, fileName }: Notice, lang: Lang): Content {
  return content(lang, fileRef && fileName ? file(fileRef, fileName, fileWords(number, lang)) : null)
}

/** For whoever has not read it. */
export function askContent(shown: Shown, lang: Lang): Content {
  const { notice, author } = shown
  const corrected = notice.edition > 1
  const ask = {
    zh: corrected ? '这条通知改过了，请再看一遍、确认一下：' : '有一条通知等你看：',
    en: corrected
      ? 'This notice was corrected; please read it once more and confirm:'
      : 'A notice waits for you to read it:',
  }[lang]
  return content(
    lang,
    text(ask),
    ...body(shown, lang),
    quiet([author, endWords(shown, lang)].join(' · ')),
    actions(readButton(notice, lang)),
  )
}

/** For whoever asks what it says; `readAt` is theirs. */
export function ownContent(shown: Shown, { readAt }: { readonly readAt: Date | null }, lang: Lang): Content {
  const { notice, author, zone } = shown
  if (notice.state === 'withdrawn') return withdrawnText(notice, lang)
  const own =
    readAt === null
      ? { zh: '你还没确认', en: 'you have not confirmed it' }[lang]
      : {
          zh: `你 ${momentWords(readAt, zone, 'zh')} 已确认`,
          en: `you confirmed it ${momentWords(readAt, zone, 'en')}`,
        }[lang]
  return content(
    lang,
    ...body(shown, lang),
    quiet([author, endWords(shown, lang), own].join(' · ')),
    readAt === null ? actions(readButton(notice, lang)) : null,
  )
}

/** Where what stands there cannot be revised. */
export function newsOfChange(shown: Shown, again: boolean, lang: Lang): Content {
  const ask = {
    zh: again ? '通知有更正，看过的也请再确认一次：' : '通知有更正：',
    en: again ? 'A notice was corrected; please confirm it, also if you had read it:' : 'A notice was corrected:',
  }[lang]
  const { notice, author } = shown
  return content(
    lang,
    text(ask),
    ...body(shown, lang),
    quiet([author, endWords(shown, lang)].join(' · ')),
    actions(readButton(notice, lang)),
  )
}

export function newsOfWithdrawal(notice: Notice, by: string, lang: Lang): Content {
  const { number } = notice
  return content(
    lang,
    text(
      { zh: `${by} 撤回了 #${number} 通知，不用再看。`, en: `${by} withdrew notice ${number}; you can pass over it.` }[
        lang
      ],
    ),
  )
}

export function tallyWords({ read, all }: Tally, lang: Lang): string {
  return { zh: `${all} 人中 ${read} 人已读`, en: `${read} of ${all} have read it` }[lang]
}

/** What it says, without who and when. */
export function body({ notice }: Pick<Shown, 'notice'>, lang: Lang): readonly (Block | null)[] {
  const { number, important } = notice
  const title = {
    zh: important ? `❗重要通知 #${number}` : `📢 通知 #${number}`,
    en: important ? `❗ Important notice ${number}` : `📢 Notice ${number}`,
  }[lang]
  return [heading(title), ...notice.text.split(/\n+/).map(line => text(line)), ...attachedBlocks(notice, lang)]
}

function attachedBlocks({ link: to, fileName }: Notice, lang: Lang): readonly (Block | null)[] {
  const shown = to !== null && /^https?:\/\/\S+$/i.test(to) && URL.canParse(to) ? link(to, to) : to
  return [
    to === null || shown === null ? null : fields(field({ zh: '链接', en: 'Link' }[lang], shown)),
    fileName === null ? null : fields(field({ zh: '文件', en: 'File' }[lang], fileName)),
  ]
}

/** What becomes of whoever does not confirm it: said before it happens, to all. */
function howAsked({ important }: Notice, lang: Lang): string {
  const ladder = ladderWords(important, lang)
  const seen = { zh: '谁确认了只有发的人和经理看得到', en: 'only the author and managers see who has' }[lang]
  return { zh: `${ladder}；${seen}`, en: `${ladder}; ${seen}` }[lang]
}

/** When those who have not confirmed it are asked, by `../ladder.ts`. */
export function ladderWords(important: boolean, lang: Lang): string {
  return {
    zh: important
      ? '没确认的人，从下个工作日起每天上午私下提醒，直到确认或截止'
      : '没确认的人，期限过半和最后一个工作日各私下提醒一次',
    en: important
      ? 'Who has not confirmed it is asked in private every workday morning from the next one on, till the end'
      : 'Who has not confirmed it is asked in private after half of the time and on the last workday',
  }[lang]
}

export function endWords({ notice, zone }: Pick<Shown, 'notice' | 'zone'>, lang: Lang): string {
  const end = momentWords(notice.until, zone, lang)
  if (notice.state === 'over') return { zh: `已于 ${end} 结束`, en: `ended ${end}` }[lang]
  return { zh: `请在 ${end} 前确认`, en: `please confirm by ${end}` }[lang]
}

function withdrawnText({ number }: Notice, lang: Lang): Content {
  return content(lang, quiet({ zh: `#${number} 通知已撤回`, en: `Notice ${number} was withdrawn` }[lang]))
}
