import { type Period, previous } from '../../calendar/periods.ts'
import type { TeamContext } from '../../context.ts'
import { formVersion } from '../forms/store.ts'
import { latestTo, thanksTo } from '../kudos/store.ts'
import { everyMetricOf, type Metric, metricsOf, shownMetricsOf } from '../metrics/catalogue.ts'
import { sumsOf } from '../metrics/entries.ts'
import { memberFigures, sourcesOf } from '../metrics/figures.ts'
import { reportsBetween } from '../reports/store.ts'
import { whetherExpected } from '../rounds/expected.ts'
import { ownTargetsIn } from '../targets/store.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { linesOf, type Punctuality, planKept, type Scorecard } from './scorecard.ts'

/** As many as a talk goes through. */
const MOST_THANKS = 5

type Reading = Pick<TeamContext, 'tx' | 'team' | 'now'>

/** A member's period in figures, up to now while it goes on. Reads sums and the period's reports; older ones cost nothing. */
export async function readScorecard(ctx: Reading, member: TeamMember, period: Period): Promise<Scorecard> {
  const { tx, team } = ctx
  const about = { memberId: member.memberId, from: period.from, to: period.to }
  const days = [
    ...(await reportsBetween(tx, { ...about, kind: 'plan' })),
    ...(await reportsBetween(tx, { ...about, kind: 'report' })),
  ]
  const figures = {
    now: await figuresIn(ctx, member, period),
    before: await figuresIn(ctx, member, previous(period)),
    targets: await targetsIn(ctx, member, period),
  }
  return {
    period,
    lines: linesOf(await shownMetricsOf(tx, team.id), figures),
    reports: await punctuality(ctx, member, period),
    thanked: {
      ...(await thanksTo(tx, member.memberId, period)),
      latest: await latestTo(tx, member.memberId, period, MOST_THANKS),
    },
    planKept: planKept(days, await metricsOf(tx, team.id)),
  }
}

/** The member's own of just that period, by metric key. */
async function targetsIn({ tx, team }: Reading, { memberId }: TeamMember, period: Period) {
  const keys = new Map((await everyMetricOf(tx, team.id)).map(({ id, key }) => [id, key]))
  const own = await ownTargetsIn(tx, team.id, memberId, period)
  return new Map(
    own.flatMap(({ metricId, value }) => {
      const key = keys.get(metricId)
      return key === undefined ? [] : [[key, value] as const]
    }),
  )
}

async function figuresIn({ tx, team }: Reading, { memberId }: TeamMember, period: Period) {
  const all = await everyMetricOf(tx, team.id)
  const shown = await shownMetricsOf(tx, team.id)
  const metricIds = [...new Set(shown.flatMap(metric => sourcesOf(metric, all).map(({ id }) => id)))]
  const sums = await sumsOf(tx, { metricIds, from: period.from, to: period.to, memberIds: [memberId] })
  const figure = (metric: Metric) => memberFigures(metric, all, sums)[0]?.value
  return new Map(
    shown.flatMap(metric => {
      const value = figure(metric)
      return value === undefined ? [] : [[metric.key, value] as const]
    }),
  )
}

/** Of the report rounds that are due already: which the member had to answer, and how they did. */
async function punctuality({ tx, team, now }: Reading, member: TeamMember, period: Period): Promise<Punctuality> {
  const rounds = await tx.round.findMany({
    where: {
      teamId: team.id,
      date: { gte: period.from, lte: period.to },
      dueAt: { lte: now },
      form: { kind: 'report' },
    },
    include: { reports: { where: { memberId: member.memberId }, select: { status: true } } },
  })
  const leaves = (await leavesOf(tx, [member.memberId], period.from, period.to)).get(member.memberId) ?? []
  const definitions = new Map<string, Awaited<ReturnType<typeof formVersion>>>()
  for (const { formId, version } of rounds) {
    const key = `${formId}:${version}`
    if (!definitions.has(key)) definitions.set(key, await formVersion(tx, formId, version))
  }
  const statuses = rounds.flatMap(round => {
    const definition = definitions.get(`${round.formId}:${round.version}`)
    const isDue = definition && whetherExpected(definition, round, team.zone, member, leaves) === 'expected'
    // What was given without having to be counts, too.
    const given = round.reports[0]?.status
    return given !== undefined ? [given] : isDue ? ['missing'] : []
  })
  const count = (wanted: (status: string) => boolean) => statuses.filter(wanted).length
  return {
    expected: statuses.length,
    onTime: count(status => status === 'on-time'),
    late: count(status => status === 'late' || status === 'back-filled'),
  }
}
