import { DAY_MS } from '../../calendar/dates.ts'
import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import { nextWorkday } from '../../calendar/workdays.ts'
import { toInstant, toLocal } from '../../calendar/zone.ts'
import type { Block, Content } from '../../content/content.ts'
import type { Context, Team, TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { findKey } from '../metrics/metric.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { mixesCurrencies } from '../metrics/money/conversion.ts'
import { unlessUnrated } from '../metrics/money/unless-unrated.ts'
import { membersOf } from '../team/members.ts'
import { type Award, championKinds, endedBy } from './award.ts'
import { certificateOf } from './certificate.ts'
import { championSettings } from './champion-settings.ts'
import { inAwarded } from './find-award.ts'
import { awardOf, keepAward } from './store.ts'
import { championContent, notNamed, ownContent, whyChampion, whyOwn } from './words.ts'
import { workOut } from './work-out.ts'

/** Reckoned from the moment at which it was due; an outage over a long holiday is shorter. */
const WORTH_MS = 10 * DAY_MS

/** Where more share the first place, the group sees no more pictures; each has their own all the same. */
const MOST_CERTIFICATES = 4

/** Names the champions of the periods that had ended by the slot, as the boards stood at it. Nobody is named twice. */
export async function nameChampions(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const periods = endedBy(slot.date, team.calendar, kindsOf(team))
  if (periods.length === 0) return
  const metrics = await shownMetricsOf(tx, team.id)
  for (const period of periods)
    for (const key of championSettings(team).metrics) {
      const metric = findKey(metrics, key)
      if (metric) await nameOne(ctx, metric, period, slot.at)
    }
}

/** Names those who could not be named since a rate was missing, as long as they are news. */
export async function nameWaiting(ctx: TeamContext): Promise<void> {
  const { tx, team, now } = ctx
  const all = await everyMetricOf(tx, team.id)
  const today = toLocal(now, team.zone).date
  const periods = kindsOf(team)
    .map(kind => previous(periodOf(kind, today)))
    .filter(period => isWaiting(team, period, now))
  for (const metric of await shownMetricsOf(tx, team.id)) {
    if (!championSettings(team).metrics.includes(metric.key)) continue
    if (!mixesCurrencies(metric, all, ownCurrency(team))) continue
    for (const period of periods) await nameOne(ctx, metric, period, now)
  }
}

function isWaiting(team: Team, { to }: Period, now: Date): boolean {
  const date = nextWorkday(team.calendar, to, 'usual-week')
  const due = date === null ? null : toInstant(date, championSettings(team).at, team.zone)
  return due !== null && due <= now && now.getTime() - due.getTime() <= WORTH_MS
}

function kindsOf(team: Team) {
  const { monthly, quarterly, yearly } = championSettings(team)
  const wanted = { month: monthly, quarter: quarterly, year: yearly }
  return championKinds.filter(kind => wanted[kind])
}

async function nameOne(ctx: TeamContext, metric: Metric, period: Period, at: Date): Promise<void> {
  const { tx, team } = ctx
  if (await awardOf(tx, team.id, metric.key, period)) return
  const unsaid = {
    ...{ what: notNamed(metric, period), purpose: 'champions.not-named', reason: whyChampion(period.kind) },
    key: `champions.not-named:${metric.key}:${period.key}:${at.toISOString()}`,
  }
  const verdict = await unlessUnrated(ctx, unsaid, () => workOut(tx, team, metric, period, at))
  const award = verdict && (await keepAward(tx, team.id, verdict, 1))
  if (award) await announce(ctx, award, inAwarded(award, metric, await everyMetricOf(tx, team.id), team))
}

/** Tells the group, and gives each champion their own. */
export async function announce(ctx: Context & { readonly team: Team }, award: Award, metric: Metric): Promise<void> {
  const { team } = ctx
  const key = `champions:${award.id}`
  const said = { lane: 'digest', expiresAt: new Date(award.asOf.getTime() + WORTH_MS) } as const
  const certificates: Block[] = []
  for (const winner of award.winners.slice(0, MOST_CERTIFICATES))
    certificates.push(await certificateOf(ctx, award, metric, winner, team.lang))
  ctx.say({
    ...said,
    to: { team: team.id },
    content: championContent(award, metric, certificates, team.zone, team.lang),
    purpose: 'champions.named',
    key,
    reason: { words: whyChampion(award.period.kind) },
  })
  for (const { personId, memberId, content } of await forWinners(ctx, award, metric)) {
    const own = { purpose: 'champions.own', key: `${key}:${memberId}`, reason: { words: whyOwn } }
    ctx.say({ ...said, ...own, to: { person: personId }, content })
  }
  ctx.emit({
    name: 'champion.named',
    teamId: team.id,
    payload: {
      metric: metric.key,
      period: award.period.key,
      memberIds: award.winners.map(({ memberId }) => memberId),
      revision: award.revision,
    },
  })
}

/** Whoever has left meanwhile is honoured in the group and not written to. */
async function forWinners(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  award: Award,
  metric: Metric,
): Promise<readonly { readonly memberId: string; readonly personId: string; readonly content: Content }[]> {
  const members = await membersOf(tx, team, toLocal(award.asOf, team.zone).date)
  const own = members.filter(({ memberId }) => award.winners.some(winner => winner.memberId === memberId))
  return Promise.all(
    own.map(async ({ memberId, personId, name, lang }) => {
      const certificate = await certificateOf({ tx, team }, award, metric, { name }, lang)
      return { memberId, personId, content: ownContent(award, metric, certificate, lang) }
    }),
  )
}
