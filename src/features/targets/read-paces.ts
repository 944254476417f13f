import { addDays, type LocalDate } from '../../calendar/dates.ts'
import type { Leave } from '../../calendar/leave.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { figureOfAll } from '../metrics/figures.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import {
  type Amount,
  type Amounts,
  amountsOf,
  convertedIn,
  figureTogether,
  onlyAmounts,
} from '../metrics/money/amounts.ts'
import { type Converted, inItsCurrency } from '../metrics/money/conversion.ts'
import { type DayAmount, readAmounts, readDailyAmounts } from '../metrics/read-figures.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { addsUp } from './metric-rules.ts'
import { behindSince, type Course, type Pace, paceOf } from './pace.ts'
import { recordedBetween } from './store.ts'
import type { Target } from './target.ts'
import { targetSettings } from './target-settings.ts'
import { workingDays } from './working-days.ts'

/** How somebody, or the team, stands towards a target now. */
export interface TargetPace {
  readonly target: Target
  readonly metric: Metric
  /** How amounts of several currencies came together. While a rate is missing, nobody knows what is done. */
  readonly converted: Converted | null
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
    return [
      {
        ...{ target, metric: inItsCurrency(metric, facts.metrics, ownCurrency(team)) },
        converted: convertedIn(metric, facts.metrics, amountsTowards(target, facts)),
        ...{ pace: paceOf(course), behindSince: behindSince(course) },
      },
    ]
  })
}

interface Facts {
  readonly team: Team
  readonly today: LocalDate
  readonly since: LocalDate
  readonly metrics: readonly Metric[]
  /** `from:to` → the sums of that period. */
  readonly sums: ReadonlyMap<string, Amounts>
  readonly daily: Amounts<DayAmount>
  readonly leaves: ReadonlyMap<string, readonly Leave[]>
  readonly recorded: Awaited<ReturnType<typeof recordedBetween>>
}

async function readFacts(tx: Tx, team: Team, { targets, members, now }: Asked): Promise<Facts> {
  const today = toLocal(now, team.zone).date
  const since = addDays(today, -LOOK_BACK_DAYS)
  const metrics = await everyMetricOf(tx, team.id)
  const wanted = metrics.filter(({ id }) => targets.some(({ metricId }) => metricId === id))
  const memberIds = members.map(({ memberId }) => memberId)
  // The team's own figures are everybody's, also those of who has left.
  const whose = targets.some(({ memberId }) => memberId === null) ? {} : { memberIds }
  const behind = { metrics: wanted, all: metrics, ...whose }
  const sums = new Map<string, Amounts>()
  for (const { from, to } of targets) {
    const key = `${from}:${to}`
    if (!sums.has(key)) sums.set(key, await readAmounts(tx, team, { ...behind, from, to }))
  }
  const days = [since, today, ...targets.flatMap(({ from, to }) => [from, to])].toSorted()
  return {
    ...{ team, today, since, metrics, sums },
    daily: await readDailyAmounts(tx, team, { ...behind, from: since, to: today }),
    leaves: await leavesOf(tx, memberIds, days.at(0) ?? since, days.at(-1) ?? today),
    recorded: await recordedBetween(tx, memberIds, { from: since, to: today }),
  }
}

function courseOf(target: Target, metric: Metric, facts: Facts, members: readonly TeamMember[]): Course {
  const { team, today, since, metrics, leaves } = facts
  const { memberId, from, to, value } = target
  const member = members.find(one => one.memberId === memberId) ?? null
  const worker = member
    ? { calendar: member.calendar, joinedOn: member.joinedOn, leaves: leaves.get(member.memberId) ?? [] }
    : { calendar: team.calendar }
  const byDay = Map.groupBy(amountsOf(metric, metrics, onlyAmounts(facts.daily, isTowards(target))), ({ date }) => date)
  const daily = new Map([...byDay].map(([date, its]) => [date, figureOfAll(metric, metrics, its) ?? 0]))
  const { first, last } = recordedOf(facts, memberId)
  const lastDay = memberId !== null && last === today ? today : addDays(today, -1)
  const usual = first === null ? [] : workingDays(worker, first, lastDay)
  const adds = addsUp(metric)
  const figure = figureTogether(metric, metrics, amountsTowards(target, facts))
  return {
    ...{ value, from, to, lastDay, daily, knownFrom: since, adds },
    // Of what is counted and nobody recorded there was none.
    done: figure ?? (adds ? 0 : null),
    lessIsBetter: metric.direction === 'less',
    tolerance: targetSettings(team).behindBy / 100,
    days: workingDays(worker, from, to),
    sample: usual.flatMap(({ date, part }) => (part === 1 ? [daily.get(date) ?? 0] : [])),
  }
}

/** What counts towards it so far. */
function amountsTowards(target: Target, { team, sums }: Facts): Amounts {
  const none: Amounts = { recorded: [], converted: [], into: ownCurrency(team), rates: [] }
  return onlyAmounts(sums.get(`${target.from}:${target.to}`) ?? none, isTowards(target))
}

/** Everybody's where it is the team's own. */
function isTowards({ memberId }: Target): (amount: Amount) => boolean {
  return amount => memberId === null || amount.memberId === memberId
}

/** Of the team the first day of anybody. Its last day is the one before today, since nobody knows who will still report. */
function recordedOf({ recorded }: Facts, memberId: string | null): { first: LocalDate | null; last: LocalDate | null } {
  if (memberId !== null) return recorded.get(memberId) ?? { first: null, last: null }
  const firsts = [...recorded.values()].map(({ first }) => first)
  return { first: firsts.toSorted()[0] ?? null, last: null }
}
