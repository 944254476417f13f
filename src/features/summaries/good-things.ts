import type { Metric } from '../metrics/catalogue.ts'
import { figuresOf } from '../metrics/money/amounts.ts'
import type { Named, SummaryFacts } from './facts.ts'
import { bestBy, type Found, type GoodThing, type Rule } from './good-thing.ts'
import { dealsWon, poolReached, poolUnderWay, praised, thanked } from './heard-things.ts'
import type { Summary } from './summary.ts'

const MOST = 3

/**
 * In the order in which they are looked for: what the group has cheered already, then what the figures say, then what always
 * holds for a team that is well.
 */
const rules: readonly Rule[] = [
  ...[poolReached, dealsWon, thanked, praised],
  ...[memberGrew, planBeaten, teamGrew],
  ...[blockersSolved, poolUnderWay, punctuality],
]

/** At most three, each of another kind, and about another metric where there is one. */
export function goodThings(facts: SummaryFacts, found: Found): readonly GoodThing[] {
  const things: GoodThing[] = []
  const used = new Set<string>()
  for (const rule of rules) {
    const thing = things.length < MOST ? rule(facts, found, used) : null
    if (thing === null) continue
    things.push(thing)
    if ('metric' in thing) used.add(thing.metric.key)
    if ('deed' in thing && 'metric' in thing.deed) used.add(thing.deed.metric)
  }
  return things
}

/** A growth of less is chance. */
const LEAST_MEMBER_GROWTH = 1.2
const LEAST_TEAM_GROWTH = 1.05

/**
 * The member whose growth over their own period before means most to the team: the largest part of what the team did. So one
 * visit more counts for little where the team makes hundreds, and who starts from nothing has not grown but begun.
 */
function memberGrew(facts: SummaryFacts, { results }: Found, used: ReadonlySet<string>): GoodThing | null {
  const grown = results.filter(isCounted).flatMap(({ metric, done }) =>
    growthsOf(facts, metric).map(growth => ({
      ...growth,
      metric,
      part: (growth.done - growth.before) / (done ?? 1),
    })),
  )
  const best = bestBy(fresh(grown, used), ({ part }) => part)
  if (best === null) return null
  const { memberId, name, metric, done, before } = best
  return { kind: 'member-grew', memberId, name, metric, done, before }
}

function growthsOf(
  { all, members, sums, before }: SummaryFacts,
  metric: Metric,
): readonly (Named & { readonly done: number; readonly before: number })[] {
  const [now, then] = [figuresOf(metric, all, sums), figuresOf(metric, all, before)]
  return members.flatMap(({ memberId, name }) => {
    const done = now.find(figure => figure.memberId === memberId)?.value ?? 0
    const was = then.find(figure => figure.memberId === memberId)?.value ?? 0
    return was > 0 && done >= was * LEAST_MEMBER_GROWTH ? [{ memberId, name, done, before: was }] : []
  })
}

/** The plan that the team beat most clearly. */
function planBeaten(_: SummaryFacts, { results }: Found, used: ReadonlySet<string>): GoodThing | null {
  const beaten = results
    .filter(isCounted)
    .flatMap(({ metric, doneOfPlanned: done, planned }) =>
      done !== null && planned !== null && planned > 0 && done >= planned ? [{ metric, done, planned }] : [],
    )
  const best = bestBy(fresh(beaten, used), ({ done, planned }) => done / planned)
  return best && { kind: 'plan-beaten', ...best }
}

function teamGrew(_: SummaryFacts, { results }: Found, used: ReadonlySet<string>): GoodThing | null {
  const grown = results
    .filter(isCounted)
    .flatMap(({ metric, done, before }) =>
      done !== null && before !== null && before > 0 && done >= before * LEAST_TEAM_GROWTH
        ? [{ metric, done, before }]
        : [],
    )
  const best = bestBy(fresh(grown, used), ({ done, before }) => done / before)
  return best && { kind: 'team-grew', ...best }
}

function blockersSolved(_: SummaryFacts, { blockers }: Found): GoodThing | null {
  const count = blockers.solved.length
  return count === 0 ? null : { kind: 'solved', count }
}

const PUNCTUAL = 0.9
/** Of fewer reports a share says nothing. */
const LEAST_REPORTS = 5

function punctuality(_: SummaryFacts, { thanks: { reports, late } }: Found): GoodThing | null {
  const share = (reports - late) / reports
  return reports >= LEAST_REPORTS && share >= PUNCTUAL ? { kind: 'punctual', reports, late } : null
}

/** Values that add up, and of which more is better. */
function isCounted({ metric: { aggregation, formula, direction } }: Summary['results'][number]): boolean {
  return aggregation === 'sum' && formula === null && direction === 'more'
}

/** Something else than what was said already, if there is anything else. */
function fresh<T extends { readonly metric: Metric }>(all: readonly T[], used: ReadonlySet<string>): readonly T[] {
  const others = all.filter(({ metric }) => !used.has(metric.key))
  return others.length > 0 ? others : all
}
