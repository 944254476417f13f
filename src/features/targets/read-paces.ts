import { addDays, type LocalDate } from '../../calendar/dates.ts'
import type { Leave } from '../../calendar/leave.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { dailyOf, sumsOf } from '../metrics/entries.ts'
import { figureOfAll, type Sum, sourcesOf } from '../metrics/figures.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { addsUp } from './metric-rules.ts'
import { behindSince, type Course, type Pace, paceOf } from './pace.ts'
import { recordedBetween } from './store.ts'
import type { Target } from './target.ts'
import { workingDays } from './working-days.ts'

/** How somebody, or the team, stands towards a target now. */
export interface TargetPace {
  readonly target: Target
  readonly metric: Metric
  readonly pace: Pace
  /** Since which workday it has been behind; null when it is not. */
  readonly behindSince: LocalDate | null
}

/** As far back as workdays are looked at for what is usual: about forty of them. */
const LOOK_BACK_DAYS = 60

interface Asked {
  readonly targets: readonly Target[]
  /** Whoever the targets belong to; for the team's own everybody. */
  readonly members: readonly TeamMember[]
  readonly now: Date
}

/**
 * The pace of each target, in their order. Reads sums of days only: of each period once, and of the last sixty days, so
 * the cost grows with neither history nor the number of targets of one period. A target of somebody else is left out.
 */
export async function readTargetPaces(tx: Tx, team: Team, asked: Asked): Promise<readonly TargetPace[]> {
  const targets = asked.targets.filter(
    ({ memberId }) => memberId === null || asked.members.some(member => member.memberId === memberId),
  )
  if (targets.length === 0) return []
  const facts = await readFacts(tx, team, { ...asked, targets })
  return targets.flatMap(target => {
    const metric = facts.metrics.find(({ id }) => id === target.metricId)
    if (!metric) return []
    const course = courseOf(target, metric, facts, asked.members)
    return [{ target, metric, pace: paceOf(course), behindSince: behindSince(course) }]
  })
}

interface Facts {
  readonly team: Team
  readonly today: LocalDate
  readonly since: LocalDate
  readonly metrics: readonly Metric[]
  /** `from:to` → the sums of that period. */
  readonly sums: ReadonlyMap<string, readonly Sum[]>
  readonly daily: readonly (Sum & { readonly date: LocalDate })[]
  readonly leaves: ReadonlyMap<string, readonly Leave[]>
  readonly recorded: Awaited<ReturnType<typeof recordedBetween>>
}

async function readFacts(tx: Tx, team: Team, { targets, members, now }: Asked): Promise<Facts> {
  const today = toLocal(now, team.zone).date
  const since = addDays(today, -LOOK_BACK_DAYS)
  const metrics = await everyMetricOf(tx, team.id)
  const wanted = metrics.filter(({ id }) => targets.some(({ metricId }) => metricId === id))
  const metricIds = [...new Set(wanted.flatMap(metric => sourcesOf(metric, metrics)).map(({ id }) => id))]
  const memberIds = members.map(({ memberId }) => memberId)
  // The team's own figures are everybody's, also those of who has left.
  const whose = targets.some(({ memberId }) => memberId === null) ? {} : { memberIds }
  const sums = new Map<string, readonly Sum[]>()
  for (const { from, to } of targets) {
    const key = `${from}:${to}`
    if (!sums.has(key)) sums.set(key, await sumsOf(tx, { metricIds, from, to, ...whose }))
  }
  const days = [since, today, ...targets.flatMap(({ from, to }) => [from, to])].toSorted()
  return {
    ...{ team, today, since, metrics, sums },
    daily: await dailyOf(tx, { metricIds, from: since, to: today, ...whose }),
    leaves: await leavesOf(tx, memberIds, days.at(0) ?? since, days.at(-1) ?? today),
    recorded: await recordedBetween(tx, memberIds, { from: since, to: today }),
  }
}

function courseOf(target: Target, metric: Metric, facts: Facts, members: readonly TeamMember[]): Course {
  const { team, today, since, metrics, sums, leaves } = facts
  const { memberId, from, to, value } = target
  const member = members.find(one => one.memberId === memberId) ?? null
  const isTheirs = (sum: Sum) => memberId === null || sum.memberId === memberId
  const worker = member
    ? { calendar: member.calendar, joinedOn: member.joinedOn, leaves: leaves.get(member.memberId) ?? [] }
    : { calendar: team.calendar }
  const byDay = Map.groupBy(facts.daily.filter(isTheirs), ({ date }) => date)
  const daily = new Map([...byDay].map(([date, its]) => [date, figureOfAll(metric, metrics, its) ?? 0]))
  const { first, last } = recordedOf(facts, memberId)
  const lastDay = memberId !== null && last === today ? today : addDays(today, -1)
  const usual = first === null ? [] : workingDays(worker, first, lastDay)
  const adds = addsUp(metric)
  const figure = figureOfAll(metric, metrics, (sums.get(`${from}:${to}`) ?? []).filter(isTheirs))
  return {
    ...{ value, from, to, lastDay, daily, knownFrom: since, adds },
    // Of what is counted and nobody recorded there was none.
    done: figure ?? (adds ? 0 : null),
    lessIsBetter: metric.direction === 'less',
    days: workingDays(worker, from, to),
    sample: usual.flatMap(({ date, part }) => (part === 1 ? [daily.get(date) ?? 0] : [])),
  }
}

/** Of the team the first day of anybody. Its last day is the one before today, since nobody knows who will still report. */
function recordedOf({ recorded }: Facts, memberId: string | null): { first: LocalDate | null; last: LocalDate | null } {
  if (memberId !== null) return recorded.get(memberId) ?? { first: null, last: null }
  const firsts = [...recorded.values()].map(({ first }) => first)
  return { first: firsts.toSorted()[0] ?? null, last: null }
}
