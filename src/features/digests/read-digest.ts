import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { allForms, formVersion } from '../forms/store.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { byHouse, type Metric } from '../metrics/metric.ts'
import { entriesOfDays } from '../metrics/store/entries.ts'
import type { Report } from '../reports/report.ts'
import { reportsOfRound } from '../reports/store.ts'
import { whetherExpected } from '../rounds/expected.ts'
import { type Round, roundsOn } from '../rounds/store.ts'
import { leavesOf } from '../team/leaves.ts'
import { memberById, membersOf, type TeamMember } from '../team/members.ts'
import { type Counted, countedFrom } from './counted.ts'
import { buildDigest, type Digest, type Named } from './digest.ts'
import { type Audience, visibleTo } from './visibility.ts'

/** Reads the round as it stands now, for that audience; null when its form is gone. */
export async function readDigest(tx: Tx, team: Team, round: Round, audience: Audience): Promise<Digest | null> {
  const definition = await formVersion(tx, round.formId, round.version)
  if (!definition) return null
  const members = await membersOf(tx, team, round.date)
  const reports = await reportsOfRound(tx, round.id)
  const metrics = await metricsOf(tx, team.id)
  return buildDigest({
    ...{ definition, reports, date: round.date, metrics },
    counted: await countedIn(tx, reports, metrics),
    plans: definition.kind === 'report' ? await plansOn(tx, team, round, audience) : new Map(),
    names: await namesOf(tx, members, reports),
    ...(await expectations(tx, team, definition, round, members)),
    visible: visibleTo(audience, definition),
  })
}

/** Only what was done is counted; of a plan there is nothing but what it says. What the house counts nobody reports. */
async function countedIn(tx: Tx, reports: readonly Report[], metrics: readonly Metric[]): Promise<Counted> {
  const reported = metrics.filter(({ formula, reportedBy }) => formula === null && reportedBy !== byHouse)
  const days = reports
    .filter(({ kind }) => kind === 'report')
    .flatMap(({ memberId, date }) => reported.map(({ id: metricId }) => ({ memberId, metricId, date })))
  return countedFrom(days.length === 0 ? [] : await entriesOfDays(tx, days))
}

/** What each member planned for the day, without what the audience may not see of the plan. */
async function plansOn(tx: Tx, team: Team, { date }: Round, audience: Audience) {
  const planForms = new Set((await allForms(tx, team.id)).filter(({ kind }) => kind === 'plan').map(({ id }) => id))
  const plans = new Map<string, Readonly<Record<string, number>>>()
  for (const { id, formId, version } of await roundsOn(tx, team.id, date)) {
    const definition = planForms.has(formId) ? await formVersion(tx, formId, version) : null
    if (!definition) continue
    const visible = visibleTo(audience, definition)
    for (const { memberId, values } of await reportsOfRound(tx, id)) {
      plans.set(memberId, Object.fromEntries(Object.entries(values).filter(([key]) => visible.metric(key))))
    }
  }
  return plans
}

/** Also of those who have left the team since they answered. */
async function namesOf(
  tx: Tx,
  members: readonly TeamMember[],
  reports: readonly Report[],
): Promise<Map<string, string>> {
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]))
  for (const { memberId } of reports) {
    if (!names.has(memberId)) names.set(memberId, (await memberById(tx, memberId))?.name ?? '')
  }
  return names
}

async function expectations(
  tx: Tx,
  team: Team,
  definition: FormDefinition,
  round: Round,
  members: readonly TeamMember[],
): Promise<{ expected: Named[]; onLeave: Named[] }> {
  const ids = members.map(({ memberId }) => memberId)
  const leaves = await leavesOf(tx, ids, round.date, round.date)
  const groups = Map.groupBy(members, member =>
    whetherExpected(definition, round, team.zone, member, leaves.get(member.memberId) ?? []),
  )
  const named = (all: readonly TeamMember[] = []) => all.map(({ memberId, name }) => ({ memberId, name }))
  return { expected: named(groups.get('expected')), onLeave: named(groups.get('on-leave')) }
}
