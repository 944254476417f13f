/**
 * Which one is meant of the days that a text may mean: the first on or after the anchor, the last on or before it, or the
 * nearest. A weekday without a week is `ahead` unless it is said to be `back`.
 */
export type Lean = 'near' | 'ahead' | 'back'

/** A date as it was said, before it is known which one it is. */
export type SaidDate =
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'weekday'; readonly week: number | null; readonly day: number }
  | { readonly kind: 'day'; readonly year: number | null; readonly month: number | null; readonly day: number }

/** Finds the date that was said, as `YYYY-MM-DD`; null if there is no such day. */
export function resolveDate(said: SaidDate, anchor: string, lean: Lean): string | null {
  const from = epochDay(anchor)
  switch (said.kind) {
    case 'offset':
      return dateOn(from + said.days)
    case 'weekday':
      return dateOn(weekdayFrom(from, said.week, said.day, lean))
    case 'day':
      return pick(candidates(said, anchor), from, lean)
  }
}

const DAY_MS = 86_400_000

/** JavaScript takes smaller years for others: 99 for 1999. */
const FIRST_YEAR = 100

/** Days since the epoch; reckoning in UTC keeps summer time out of it. */
function epochDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

function dateOn(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** `week` counts ISO weeks from the anchor's; null is a weekday without a week. */
function weekdayFrom(anchor: number, week: number | null, day: number, lean: Lean): number {
  const monday = anchor - ((((anchor + 3) % 7) + 7) % 7)
  const sameWeek = monday + day - 1
  if (week !== null) return sameWeek + 7 * week
  if (lean === 'back') return sameWeek > anchor ? sameWeek - 7 : sameWeek
  return sameWeek < anchor ? sameWeek + 7 : sameWeek
}

/** The days that the numbers may mean: without a year in one of three, without a month in one of five. */
function candidates(said: Extract<SaidDate, { kind: 'day' }>, anchor: string): readonly number[] {
  const [year = 0, month = 0] = anchor.split('-').map(Number)
  const years = said.year !== null ? [said.year] : said.month !== null ? [year - 1, year, year + 1] : [year]
  const months = said.month !== null ? [said.month] : [month - 2, month - 1, month, month + 1, month + 2]
  return years.flatMap(y => months.map(m => realDay(y, m, said.day, said.month === null))).filter(day => day !== null)
}

/** Null for a day beyond its month; a month beyond its year counts on into the next only if `rolls`. */
function realDay(year: number, month: number, day: number, rolls: boolean): number | null {
  if (year < FIRST_YEAR || day < 1 || (!rolls && (month < 1 || month > 12))) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCDate() === day ? date.getTime() / DAY_MS : null
}

function pick(days: readonly number[], anchor: number, lean: Lean): string | null {
  const allowed = days.filter(day => lean === 'near' || (lean === 'ahead' ? day >= anchor : day <= anchor))
  const [best] = allowed.toSorted((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))
  return best === undefined ? null : dateOn(best)
}
