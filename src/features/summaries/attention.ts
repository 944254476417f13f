import type { LocalDate } from '../../calendar/dates.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { Sum } from '../metrics/figures.ts'
import { type Hint, hintsFor } from '../reports/quality.ts'
import type { ManagerFacts, Named, SummaryFacts } from './facts.ts'

/** What a manager may want to look into, never a verdict; nobody else is told. */
export interface Attention {
  readonly behind: readonly Behind[]
  readonly late: readonly Late[]
  readonly contradictions: readonly Contradiction[]
}

/** Whose pace is far below their own. */
export interface Behind extends Named {
  readonly metric: Metric
  /** A workday, in the period and before it. */
  readonly now: number
  readonly usual: number
}

export interface Late extends Named {
  readonly late: number
  readonly reports: number
}

export interface Contradiction extends Named {
  readonly date: LocalDate
  readonly hint: Hint
}

export function attentionPoints(facts: SummaryFacts, more: ManagerFacts): Attention {
  return { behind: whoIsBehind(facts, more), late: whoIsLate(facts), contradictions: whatContradicts(facts, more) }
}

/** Below so much of their own usual pace somebody is behind; nearer to it is a matter of days. */
const FAR = 0.6
/** Of less history nobody knows a usual pace. */
const LEAST_WORKDAYS = 10
/** Before so many days of the period a pace is no pace. */
const LEAST_SO_FAR = 2
const MOST_EACH = 2

/** By each member's own average a workday, without days on leave: nobody is compared with anybody else. */
function whoIsBehind({ metrics, members, sums }: SummaryFacts, { usual, workdays }: ManagerFacts): readonly Behind[] {
  const counted = metrics.filter(
    ({ aggregation, formula, direction }) => aggregation === 'sum' && formula === null && direction === 'more',
  )
  return members.flatMap(({ memberId, name }) => {
    const days = workdays.get(memberId)
    if (days === undefined || days.now < LEAST_SO_FAR || days.before < LEAST_WORKDAYS) return []
    const paces = counted.flatMap(metric => {
      const pace = {
        now: doneBy(sums.recorded, memberId, metric) / days.now,
        usual: doneBy(usual, memberId, metric) / days.before,
      }
      return isRegular(usual, memberId, metric, days.before) && pace.now < pace.usual * FAR
        ? [{ memberId, name, metric, ...pace }]
        : []
    })
    return paces.toSorted((one, other) => one.now / one.usual - other.now / other.usual).slice(0, MOST_EACH)
  })
}

function doneBy(sums: readonly Sum[], memberId: string, metric: Metric): number {
  return sums.find(sum => sum.memberId === memberId && sum.metricId === metric.id)?.value ?? 0
}

/** What somebody does on one day in three or less, such as a deal, has no pace by the day. */
function isRegular(usual: readonly Sum[], memberId: string, metric: Metric, workdays: number): boolean {
  const sum = usual.find(one => one.memberId === memberId && one.metricId === metric.id)
  return sum !== undefined && sum.value > 0 && sum.entries > workdays / 3
}

const LEAST_LATE = 2
const LATE_SHARE = 0.2

/** Once may happen to anybody. */
function whoIsLate({ members, reports }: SummaryFacts): readonly Late[] {
  return members
    .flatMap(({ memberId, name }): Late[] => {
      const count = reports.find(one => one.memberId === memberId)
      if (count === undefined || count.late < LEAST_LATE || count.late < count.reports * LATE_SHARE) return []
      return [{ memberId, name, late: count.late, reports: count.reports }]
    })
    .toSorted((one, other) => other.late - one.late)
}

function whatContradicts({ metrics, members }: SummaryFacts, { given }: ManagerFacts): readonly Contradiction[] {
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]))
  return given.flatMap(report => {
    const { memberId, date } = report
    const name = names.get(memberId)
    // Without earlier reports only what a report says against itself is looked at.
    return name === undefined ? [] : hintsFor(report, [], metrics).map(hint => ({ memberId, name, date, hint }))
  })
}
