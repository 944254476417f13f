import type { Lang } from '../../../base/words.ts'
import { toLocal } from '../../../calendar/zone.ts'
import { actions, content, field, fields, heading, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Reading } from '../end.ts'
import { readButton, withdrawButton } from './buttons.ts'
import { body, endWords, type Shown, tallyWords } from './notice.ts'
import { unmailedWords } from './unmailed.ts'

/** For the author and managers alone; `asks` those of them who are to read it, too. */
export function readersContent(shown: Shown, reading: Reading & { readonly asks: boolean }, lang: Lang): Content {
  const { notice, author } = shown
  const isOpen = notice.state === 'open'
  const withdrawn = { zh: '已撤回', en: 'withdrawn' }[lang]
  return content(
    lang,
    ...body(shown, lang),
    quiet([author, notice.state === 'withdrawn' ? withdrawn : endWords(shown, lang)].join(' · ')),
    text(tallyWords(shown.tally, lang)),
    peopleBlock(shown, reading, lang),
    quiet({ zh: '这份名单只有发的人和经理看得到', en: 'Only the author and managers see this list' }[lang]),
    isOpen ? actions(reading.asks ? readButton(notice, lang) : null, withdrawButton(notice, lang)) : null,
  )
}

/** For the author, when it has ended. `unmailed` of those who have not read it got no mail. */
export function summaryContent(
  shown: Shown,
  { unmailed, ...reading }: Reading & { readonly unmailed: number },
  lang: Lang,
): Content {
  const { notice, tally } = shown
  const { number } = notice
  const all = tally.read === tally.all
  const first = {
    zh: all ? `#${number} 通知到期，${tally.all} 人全部确认了 🎉` : `#${number} 通知到期：${tallyWords(tally, lang)}。`,
    en: all
      ? `Notice ${number} is over and all ${tally.all} have read it 🎉`
      : `Notice ${number} is over: ${tallyWords(tally, lang)}.`,
  }[lang]
  const later = {
    zh: '之后不再提醒；晚点确认的仍会记上。',
    en: 'Nobody is reminded any more; who confirms later is still noted.',
  }[lang]
  return content(
    lang,
    heading(firstLine(notice.text)),
    text(first),
    all ? null : peopleBlock(shown, reading, lang),
    unmailed === 0 ? null : quiet(unmailedWords(unmailed, lang)),
    all ? null : quiet(later),
  )
}

function peopleBlock({ zone }: Shown, { read, missing, away }: Reading, lang: Lang): Block | null {
  const comma = { zh: '、', en: ', ' }[lang]
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(comma)
  const readers = read.map(({ member, at }) => {
    const { date, time } = toLocal(at, zone)
    return `${member.name} ${date.slice(5)} ${time}`
  })
  return fields(
    missing.length > 0 ? field({ zh: '还没确认', en: 'Not yet' }[lang], names(missing)) : null,
    away.length > 0 ? field({ zh: '请假中，没确认', en: 'On leave, not yet' }[lang], names(away)) : null,
    read.length > 0 ? field({ zh: '已读', en: 'Read' }[lang], readers.join(comma)) : null,
  )
}

const LONGEST_LINE = 60

export function firstLine(said: string): string {
  const letters = [...(said.split('\n', 1)[0] ?? '')]
  return letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE).join('')}…` : letters.join('')
}
