import type { LocalDate } from '../../calendar/dates.ts'
import type { Report } from '../reports/report.ts'

/** A thing to do that is carried from day to day. */
export interface Carried {
  readonly text: string
  /** The day of the first report that left it open. */
  readonly since: LocalDate
  /** How many reports in a row left it open. */
  readonly times: number
}

/** What the latest report left open and has been open longest; null when that is for the first time. Latest reports first. */
export function longestCarried(reports: readonly Pick<Report, 'date' | 'items'>[]): Carried | null {
  const [latest] = reports
  const open = latest?.items.filter(({ done }) => !done) ?? []
  const carried = open.map(({ text }) => sinceWhen(text, reports))
  const [longest = null] = carried.toSorted((one, other) => other.times - one.times)
  return longest && longest.times > 1 ? longest : null
}

function sinceWhen(text: string, reports: readonly Pick<Report, 'date' | 'items'>[]): Carried {
  const closed = reports.findIndex(({ items }) => !items.some(item => item.text === text && !item.done))
  const times = closed === -1 ? reports.length : closed
  return { text, since: reports[times - 1]?.date ?? '', times }
}
