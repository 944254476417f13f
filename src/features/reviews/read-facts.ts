import { type Period, previous } from '../../calendar/periods.ts'
import type { TeamContext } from '../../context.ts'
import { formVersion } from '../forms/store.ts'
import { thanksToEach } from '../kudos/store.ts'
import { everyMetricOf, type Metric, metricsOf, shownMetricsOf } from '../metrics/catalogue.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { type Amounts, figuresOf, mixedAmong, onlyAmounts } from '../metrics/money/amounts.ts'
import { inItsCurrency } from '../metrics/money/conversion.ts'
import { readAmounts } from '../metrics/read-figures.ts'
import { numbersBetween } from '../reports/store.ts'
import { whetherExpected } from '../rounds/expected.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { linesOf, type Punctuality, planKept, type Scorecard, type Thanked } from './scorecard.ts'

export type Reading = Pick<TeamContext, 'tx' | 'team' | 'now'>

/** What is counted of a member's period. */
export interface Facts extends Pick<Scorecard, 'lines' | 'mixed' | 'reports' | 'planKept'> {
  readonly thanked: Pick<Thanked, 'times' | 'people'>
}

type Targets = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * The period of each of the members in figures, up to now while it goes on: for all of them in as many queries as for one,
 * which read sums and what was handed in during the period; older days cost nothing.
 *
 * @param targets - member id → metric key → what they aimed at
 * @returns by member id
 */
export async function readFacts(
  ctx: Reading,
  members: readonly TeamMember[],
  period: Period,
  targets: Targets = new Map(),
): Promise<ReadonlyMap<string, Facts>> {
  const { tx, team } = ctx
  const memberIds = members.map(({ memberId }) => memberId)
  const all = await everyMetricOf(tx, team.id)
  const metrics = (await shownMetricsOf(tx, team.id)).map(metric => inItsCurrency(metric, all, ownCurrency(team)))
  const over = ({ from, to }: Period) => readAmounts(tx, team, { metrics, all, from, to, memberIds })
  const [now, before] = [await over(period), await over(previous(period))]
  const { from, to } = period
  const days = Map.groupBy(await numbersBetween(tx, { memberIds, from, to }), ({ memberId }) => memberId)
  const planned = await metricsOf(tx, team.id)
  const reports = await punctuality(ctx, members, period)
  const thanks = await thanksToEach(tx, memberIds, period)

  function factsAbout(memberId: string): Facts {
    const own = <A extends Amounts>(amounts: A) => onlyAmounts(amounts, amount => amount.memberId === memberId)
    const figuresIn = (amounts: Amounts) => keyed(metrics, metric => figuresOf(metric, all, amounts)[0]?.value)
    const figures = {
      ...{ now: figuresIn(own(now)), before: figuresIn(own(before)) },
      targets: targets.get(memberId) ?? new Map(),
    }
    const mixed = mixedAmong(metrics, all, own(now))
    const isRated = (metric: Metric) => mixed.every(one => one.metric !== metric || one.converted.missing === null)
    return {
      lines: linesOf(metrics.filter(isRated), figures),
      mixed,
      reports: reports(memberId),
      thanked: thanks.get(memberId) ?? { times: 0, people: 0 },
      planKept: planKept(days.get(memberId) ?? [], planned),
    }
  }

  return new Map(memberIds.map(memberId => [memberId, factsAbout(memberId)]))
}

/** By metric key; those without a value are not in it. */
function keyed(
  metrics: readonly Metric[],
  figureOf: (metric: Metric) => number | undefined,
): ReadonlyMap<string, number> {
  return new Map(
    metrics.flatMap(metric => {
      const value = figureOf(metric)
      return value === undefined ? [] : [[metric.key, value] as const]
    }),
  )
}

/** Of the report rounds that are due already: which of them a member had to answer, and how they did. */
async function punctuality(
  { tx, team, now }: Reading,
  members: readonly TeamMember[],
  { from, to }: Period,
): Promise<(memberId: string) => Punctuality> {
  const memberIds = members.map(({ memberId }) => memberId)
  const given = { where: { memberId: { in: memberIds } }, select: { memberId: true, status: true } }
  const rounds = await tx.round.findMany({
    where: { teamId: team.id, date: { gte: from, lte: to }, dueAt: { lte: now }, form: { kind: 'report' } },
    include: { reports: given },
  })
  const leaves = await leavesOf(tx, memberIds, from, to)
  const definitions = new Map<string, Awaited<ReturnType<typeof formVersion>>>()
  for (const { formId, version } of rounds) {
    const key = `${formId}:${version}`
    if (!definitions.has(key)) definitions.set(key, await formVersion(tx, formId, version))
  }
  const statuses = new Map<string, string[]>(memberIds.map(memberId => [memberId, []]))
  for (const round of rounds) {
    const definition = definitions.get(`${round.formId}:${round.version}`)
    const answers = new Map(round.reports.map(({ memberId, status }) => [memberId, status]))
    for (const member of members) {
      const { memberId } = member
      const isDue = () =>
        definition && whetherExpected(definition, round, team.zone, member, leaves.get(memberId) ?? []) === 'expected'
      // What was given without having to be counts, too.
      const status = answers.get(memberId) ?? (isDue() ? 'missing' : null)
      if (status !== null) statuses.get(memberId)?.push(status)
    }
  }
  return memberId => punctualityOf(statuses.get(memberId) ?? [])
}

function punctualityOf(statuses: readonly string[]): Punctuality {
  const count = (wanted: (status: string) => boolean) => statuses.filter(wanted).length
  return {
    expected: statuses.length,
    onTime: count(status => status === 'on-time'),
    late: count(status => status === 'late' || status === 'back-filled'),
  }
}
