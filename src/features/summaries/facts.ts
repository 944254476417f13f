import type { LocalDate } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Kudos } from '../kudos/store.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { Sum } from '../metrics/figures.ts'
import type { Amounts } from '../metrics/money/amounts.ts'
import type { SaidPraise } from '../praise/praise.ts'
import type { Report } from '../reports/report.ts'
import type { PoolProgress } from '../rewards/pools/pool.ts'
import type { Target } from '../targets/target.ts'
import type { WinsTogether } from '../wins/store.ts'

export interface Named {
  readonly memberId: string
  readonly name: string
}

/** What a member's plans of the period add up to. */
export interface PlanSum {
  readonly memberId: string
  readonly key: string
  readonly value: number
  readonly plans: number
}

/** How many reports somebody gave, and how many of them were not on time. */
export interface ReportCount {
  readonly memberId: string
  readonly reports: number
  readonly late: number
}

/** What somebody said stood in the way, on that day. */
export interface SaidBlocker {
  readonly memberId: string
  readonly date: LocalDate
  readonly text: string
}

/** What the group heard of in the period, all of it good. */
export interface Heard {
  /** Without money where the group does not hear of it. */
  readonly wins: WinsTogether
  readonly kudos: { readonly times: number; readonly latest: readonly Pick<Kudos, 'receiver' | 'tags'>[] }
  /** The latest first. */
  readonly praises: readonly SaidPraise[]
  /** Those that were reached in the period, and those that run while it lasts. */
  readonly pools: readonly PoolProgress[]
}

/** What a summary is made of; a reader who may not see something gets facts without it. */
export interface SummaryFacts {
  readonly period: Period
  /** What was said later is not in it. */
  readonly until: Date
  readonly metrics: readonly Metric[]
  /** Also those that are not shown: others may be worked out from them. */
  readonly all: readonly Metric[]
  /** Whoever is on the team at the end of the period, the longest in it first. */
  readonly members: readonly Named[]
  readonly sums: Amounts
  /** Those of the period before. */
  readonly before: Amounts
  readonly planned: readonly PlanSum[]
  /** Metric key → what came of the days that had a plan, of those who made it; a plan that leaves a metric out planned none. */
  readonly followed: ReadonlyMap<string, number>
  /** The team's own of just this period. */
  readonly targets: readonly Pick<Target, 'metricId' | 'value'>[]
  readonly heard: Heard
  readonly reports: readonly ReportCount[]
  /** The latest first. */
  readonly blockers: readonly SaidBlocker[]
  /** What each member's latest words in the period name as a blocker; nobody is in it who said nothing. */
  readonly latest: ReadonlyMap<string, readonly string[]>
}

/** What only managers are told of, beside the rest. */
export interface ManagerFacts {
  /** Sums over the weeks before the period. */
  readonly usual: readonly Sum[]
  /** Days worked by each member, in the period so far and in the weeks before it. */
  readonly workdays: ReadonlyMap<string, { readonly now: number; readonly before: number }>
  /** Reports of the period, the latest first. */
  readonly given: readonly Pick<Report, 'memberId' | 'date' | 'values' | 'notes'>[]
}
