import type { LocalDate } from '../../calendar/dates.ts'
import { previousWorkday, type WorkCalendar } from '../../calendar/workdays.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { TeamMember } from '../team/members.ts'
import type { PraiseSettings } from './praise-settings.ts'

/** What every rule looks at. */
export interface Occasion {
  readonly tx: Tx
  readonly team: Team
  /** The nominal moment, and its day. */
  readonly at: Date
  readonly today: LocalDate
  /** What could first be known before this day is no news any more. */
  readonly from: LocalDate
  /** In the team today. */
  readonly members: readonly TeamMember[]
  /** That the team records, and that are added up: of these more is better. */
  readonly metrics: readonly Metric[]
  readonly settings: PraiseSettings
}

/** Late reports and what did not fit into a day's message are still news for so many workdays. */
const NEWS_WORKDAYS = 3

export function newsFrom(calendar: WorkCalendar, today: LocalDate): LocalDate {
  let from = today
  for (let day = 0; day < NEWS_WORKDAYS; day++) from = previousWorkday(calendar, from, 'usual-week') ?? from
  return from
}

/** Those that the team has chosen, the most important first. */
export function chosenMetrics({ metrics, settings }: Occasion): readonly Metric[] {
  return settings.bestOf.flatMap(key => metrics.filter(metric => metric.key === key))
}
