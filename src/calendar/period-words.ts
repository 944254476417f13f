import { addDays, isLocalDate, type LocalDate } from './dates.ts'
import { next, type Period, type PeriodKind, periodOf, periodOfKey, previous, rangeOf } from './periods.ts'

/**
 * Reads the words that people use for a period, seen from `today`: 昨天, 本周, 上个月, `last week`, `quarter`,
 * `2026-11`, `2026-11-01..2026-11-15`. Null when it is none of these.
 */
export function parsePeriod(text: string, today: LocalDate): Period | null {
  const word = text.trim().toLowerCase().replace(/\s+/g, ' ')
  return namedDay(word, today) ?? chinese(word, today) ?? english(word, today) ?? written(word)
}

const namedDays: ReadonlyMap<string, number> = new Map([
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['yesterday', -1],
  ['今天', 0],
  ['今日', 0],
  ['today', 0],
  ['明天', 1],
  ['明日', 1],
  ['tomorrow', 1],
  ['后天', 2],
])

function namedDay(word: string, today: LocalDate): Period | null {
  const days = namedDays.get(word)
  return days === undefined ? null : periodOf('day', addDays(today, days))
}

const namedYears: ReadonlyMap<string, number> = new Map([
  ['去年', -1],
  ['今年', 0],
  ['明年', 1],
])

const unitsZh: ReadonlyMap<string, PeriodKind> = new Map([
  ['周', 'week'],
  ['星期', 'week'],
  ['礼拜', 'week'],
  ['月', 'month'],
  ['月份', 'month'],
  ['季', 'quarter'],
  ['季度', 'quarter'],
  ['年', 'year'],
  ['年度', 'year'],
])

function chinese(word: string, today: LocalDate): Period | null {
  const years = namedYears.get(word)
  if (years !== undefined) return step(periodOf('year', today), years)
  const [, which = '', unit = ''] = /^(本|这个?|当|上一?个?|下一?个?)?(\D+)$/.exec(word) ?? []
  const kind = unitsZh.get(unit)
  if (kind === undefined) return null
  return step(periodOf(kind, today), which.startsWith('上') ? -1 : which.startsWith('下') ? 1 : 0)
}

const unitsEn: ReadonlyMap<string, PeriodKind> = new Map([
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
])

function english(word: string, today: LocalDate): Period | null {
  const [, which = 'this', unit = ''] = /^(?:(this|last|previous|next) )?(.+)$/.exec(word) ?? []
  const kind = unitsEn.get(unit)
  if (kind === undefined) return null
  return step(periodOf(kind, today), which === 'this' ? 0 : which === 'next' ? 1 : -1)
}

function step(period: Period, by: number): Period {
  if (by === 0) return period
  return by < 0 ? previous(period) : next(period)
}

/** Keys as the labels and links carry them, and two dates with a word between. */
function written(word: string): Period | null {
  const [from = '', to = ''] = word.split(/ ?(?:\.\.|~|至|到| to ) ?/)
  if (isLocalDate(from) && isLocalDate(to)) return rangeOf(from, to)
  return periodOfKey(word.toUpperCase())
}
