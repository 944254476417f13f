import type { Lang, Words } from '../../base/words.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { content, list, quiet, strong, text } from '../../content/build.ts'
import type { Block, Content } from '../../content/content.ts'
import { plain } from '../../content/plain.ts'
import type { KeptNudge } from './store.ts'
import type { Unasked } from './why-store.ts'

interface Explanation {
  readonly last: Unasked | null
  /** Today's, that were not said. */
  readonly held: readonly KeptNudge[]
  /** Why there was nothing at all today; null when there was something. */
  readonly silence: Words | null
  readonly zone: Zone
}

export function whyWords(lang: Lang, { last, held, silence, zone }: Explanation): Content {
  const w = {
    zh: { held: '今天没有说的：', silence: '今天没有主动找你：', privacy: '只有你能看到这些。' },
    en: {
      held: 'Not said today:',
      silence: 'Nothing was said to you unasked today: ',
      privacy: 'Only you can see this.',
    },
  }[lang]
  return content(
    lang,
    ...(last ? lastBlocks(last, lang, zone) : []),
    held.length > 0 ? text(w.held) : null,
    list(held.map(({ at, reason }) => [strong(toLocal(at, zone).time), ` ${reason.words[lang]}`])),
    silence ? text(w.silence, silence[lang], { zh: '。', en: '.' }[lang]) : null,
    quiet(w.privacy),
  )
}

export function whyDigestWords(lang: Lang, last: Unasked | null, zone: Zone): Content {
  if (!last)
    return content(
      lang,
      text({ zh: '这里还没有发过汇总或榜单。', en: 'No digest or board was posted here yet.' }[lang]),
    )
  return content(lang, ...lastBlocks(last, lang, zone))
}

/** When it came, how it began, and why. */
function lastBlocks(last: Unasked, lang: Lang, zone: Zone): readonly Block[] {
  const { date, time } = toLocal(last.sentAt, zone)
  const begins = { zh: `“${opening(last)}”`, en: `"${opening(last)}"` }[lang]
  const because = last.reason?.words[lang] ?? unknownReason(last.purpose)[lang]
  return [
    text(strong(`${date} ${time}`), ' ', begins),
    text({ zh: `原因：${because}。`, en: `Why: ${because}.` }[lang]),
  ]
}

const OPENING = 40

function opening({ content: said, purpose }: Unasked): string {
  const [line = purpose] = said ? plain(said).split('\n') : []
  const letters = [...line]
  return letters.length > OPENING ? `${letters.slice(0, OPENING).join('')}…` : line
}

function unknownReason(purpose: string): Words {
  return { zh: `发的时候没有记下原因（${purpose}）`, en: `no reason was kept with it (${purpose})` }
}

/** The manners in short, for a day on which they had no occasion. */
export function nothingToSay(beforeMinutes: number): Words {
  return {
    zh: `没有该提醒的事；没交的才提醒，${beforeMinutes > 0 ? `截止前 ${beforeMinutes} 分钟和截止时各一次` : '截止时一次'}`,
    en: `there was nothing to remind you of; only what is missing is, ${beforeMinutes > 0 ? `${beforeMinutes} minutes before it is due and when it is` : 'when it is due'}`,
  }
}
