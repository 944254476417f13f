import type { Period } from '../../calendar/periods.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { figureOf } from '../metrics/metric.ts'
import { convertedIn, figureTogether, type Mixed, mixedAmong } from '../metrics/money/amounts.ts'
import { addsUp } from '../targets/metric-rules.ts'
import { type BlockerLine, openAndSolved } from './blockers.ts'
import type { Named, PlanSum, SummaryFacts } from './facts.ts'
import type { GoodThing } from './good-thing.ts'
import { goodThings } from './good-things.ts'

/** A team's period in a few words: what came of it, what went well, what stood in the way, who made it possible. */
export interface Summary {
  readonly period: Period
  readonly until: Date
  readonly results: readonly Result[]
  /** The metrics of several currencies; those that lack a rate have no result. */
  readonly mixed: readonly Mixed[]
  readonly good: readonly GoodThing[]
  readonly blockers: { readonly open: readonly BlockerLine[]; readonly solved: readonly BlockerLine[] }
  readonly thanks: Thanks
}

export interface Result {
  readonly metric: Metric
  /** Null where it was planned and nobody recorded any. */
  readonly done: number | null
  readonly planned: number | null
  /** What was done by those who planned, on the days that they planned for: only that compares with the plan. */
  readonly doneOfPlanned: number | null
  /** The team's own of just this period. */
  readonly target: number | null
  /** In the period before; null where there was none. */
  readonly before: number | null
}

export interface Thanks {
  readonly reports: number
  readonly late: number
  /** How many people gave them. */
  readonly people: number
  /** Who was never late, the longest in the team first. */
  readonly punctual: readonly Named[]
}

export function summarise(facts: SummaryFacts): Summary {
  const { period, until, members, reports } = facts
  const results = resultsOf(facts)
  const blockers = openAndSolved(facts)
  const thanks = thanksTo(members, reports)
  const mixed = mixedIn(facts, results)
  return { period, until, results, mixed, blockers, thanks, good: goodThings(facts, { results, blockers, thanks }) }
}

/** A target alone is nothing that happened. What lacks a rate did happen. */
export function isEmpty({ results, thanks, mixed }: Pick<Summary, 'results' | 'thanks' | 'mixed'>): boolean {
  const isNothing = results.every(({ done, planned }) => !done && !planned) && thanks.reports === 0
  return isNothing && mixed.every(({ converted }) => converted.missing === null)
}

/** Those of the results, and those that would be. */
function mixedIn({ metrics, all, sums }: SummaryFacts, results: readonly Result[]): readonly Mixed[] {
  return mixedAmong(metrics, all, sums).filter(
    ({ metric, converted }) => converted.missing !== null || results.some(result => result.metric.id === metric.id),
  )
}

/** In the order of the metrics; what nobody aimed at, planned or did is left out. */
function resultsOf({ metrics, all, sums, before, planned, followed, targets }: SummaryFacts): readonly Result[] {
  return metrics.flatMap((metric): Result[] => {
    // A target beside no figure would say that nothing was done.
    if (convertedIn(metric, all, sums)?.missing) return []
    const done = figureTogether(metric, all, sums)
    const plan = plannedFor(metric, planned)
    const target = targets.find(({ metricId }) => metricId === metric.id)?.value ?? null
    if (!done && !plan && target === null) return []
    const was = figureTogether(metric, all, before)
    const doneOfPlanned = plan === null ? null : (followed.get(metric.key) ?? 0)
    return [{ metric, done, planned: plan, doneOfPlanned, target, before: was }]
  })
}

/** Done of planned, 1 is all; null where that says nothing. */
export function shareOfPlan({ metric, doneOfPlanned, planned }: Result): number | null {
  return addsUp(metric) ? shareOf(metric, doneOfPlanned, planned) : null
}

/** Done of what the team aims at; of what adds up and nobody did, none is done. */
export function shareOfTarget({ metric, done, target }: Result): number | null {
  return shareOf(metric, done ?? (addsUp(metric) ? 0 : null), target)
}

function shareOf({ direction }: Metric, done: number | null, wanted: number | null): number | null {
  return direction === 'less' || done === null || wanted === null || wanted <= 0 ? null : done / wanted
}

function plannedFor(metric: Metric, planned: readonly PlanSum[]): number | null {
  const its = planned.filter(({ key }) => key === metric.key)
  if (its.length === 0) return null
  const value = rounded(its.reduce((sum, one) => sum + one.value, 0))
  return figureOf(metric, { value, entries: its.reduce((sum, { plans }) => sum + plans, 0) })
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function thanksTo(members: readonly Named[], counts: SummaryFacts['reports']): Thanks {
  const isPunctual = ({ memberId }: Named) =>
    counts.some(count => count.memberId === memberId && count.reports > 0 && count.late === 0)
  return {
    reports: counts.reduce((sum, { reports }) => sum + reports, 0),
    late: counts.reduce((sum, { late }) => sum + late, 0),
    people: counts.filter(({ reports }) => reports > 0).length,
    punctual: members.filter(isPunctual),
  }
}
