import { parseDate, readDate } from './read-date.ts'
import { type Lean, resolveDate, type SaidDate } from './resolve-date.ts'
import { partings, tidy } from './tidy.ts'

/** Both ends included; with `half`, only that half of one day. */
export interface DateRange {
  readonly from: string
  readonly to: string
  readonly half?: 'am' | 'pm'
}

/** Reads one day, half a day (`明天上午`, `tomorrow pm`) or several (`3.5-3.7`, `下周一到周三`); null for anything else. */
export function readDateRange(text: string, today: string, lean: Lean = 'near'): DateRange | null {
  const said = tidy(text)
  const { half, rest } = splitHalf(said)
  const single = readDate(rest, today, lean)
  if (single !== null) return { from: single, to: single, ...(half === null ? {} : { half }) }
  return readPair(said, today, lean)
}

const halves = [
  { half: 'am', words: /\s?(?:上午|早上|am|morning)$/ },
  { half: 'pm', words: /\s?(?:下午|pm|afternoon)$/ },
] as const

function splitHalf(said: string): { half: 'am' | 'pm' | null; rest: string } {
  const found = halves.find(({ words }) => words.test(said))
  return found === undefined ? { half: null, rest: said } : { half: found.half, rest: said.replace(found.words, '') }
}

function readPair(said: string, today: string, lean: Lean): DateRange | null {
  for (const [first, second] of partings(said)) {
    const from = readDate(first, today, lean)
    const to = from === null ? null : readEnd(second, from, today)
    if (from !== null && to !== null) return to < from ? null : { from, to }
  }
  return null
}

/** The end of `3.5~7` and `周三到周五` follows its beginning; that of `明天到后天` and `到下周三` counts from today. */
function readEnd(said: string, from: string, today: string): string | null {
  const date = parseDate(/^\d{1,2}$/.test(said) ? `${said}日` : said)
  if (date === null) return null
  return resolveDate(date, countsFromToday(date) ? today : from, 'ahead')
}

function countsFromToday(date: SaidDate): boolean {
  return date.kind === 'offset' || (date.kind === 'weekday' && date.week !== null)
}
