import type { Team, TeamContext } from '../../context.ts'
import { activeForms } from '../forms/store.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { findKey, findMetric, type Metric, namesOf } from '../metrics/metric.ts'
import { whetherExpected } from '../rounds/expected.ts'
import { ensureRound, type Round, roundById } from '../rounds/store.ts'
import { membershipsOf, type TeamMember } from '../team/members.ts'
import { occasionFor } from './occasion.ts'
import { type Answers, answersOf, type Report, type ReportStatus } from './report.ts'
import { reportSettings } from './report-settings.ts'
import { copyOf, reportIn } from './store.ts'
import { writeReport } from './write-report.ts'

type Sharing = Pick<TeamContext, 'tx' | 'now' | 'team' | 'emit'>

/**
 * Lets a plan or report count in the person's other teams too: where they ask for the same that day and count the same
 * metrics, and where the person has not answered on their own. The copy follows its source from then on. Answers the
 * teams in which it counts.
 */
export async function shareReport(
  ctx: Sharing,
  source: Report,
  { personId, by }: { readonly personId: string; readonly by: string },
): Promise<readonly Team[]> {
  if (source.kind === 'custom' || source.sharedFrom !== null) return []
  const memberships = await membershipsOf(ctx.tx, personId)
  const others = memberships.filter(({ team }) => team.id !== source.teamId && reportSettings(team).shared)
  if (others.length === 0) return []
  const own = await metricsOf(ctx.tx, source.teamId)
  const counted: Team[] = []
  for (const { team, member } of others) {
    const theirs = await metricsOf(ctx.tx, team.id)
    const said = answersOf({ ...source, values: translate(source.values, own, theirs), answers: {} })
    const place = await placeFor({ ...ctx, team }, source, member, said)
    if (!place) continue
    const writing = { ...place, kind: source.kind, member, by, sharedFrom: source.id, change: () => said }
    await writeReport({ ...ctx, team }, writing)
    counted.push(team)
  }
  return counted
}

/** Where the copy is or would be; null where there is to be none. */
async function placeFor(
  { tx, now, team }: Pick<TeamContext, 'tx' | 'now' | 'team'>,
  source: Report,
  member: TeamMember,
  { values }: Answers,
): Promise<{ round: Round; status: ReportStatus } | null> {
  const copy = await copyOf(tx, source, member.memberId)
  const known = copy && (await roundById(tx, copy.roundId))
  if (copy && known) return { round: known, status: copy.status }
  if (Object.keys(values).length === 0) return null
  const form = (await activeForms(tx, team.id)).find(({ kind }) => kind === source.kind)
  if (!form) return null
  const occasion = occasionFor(form.definition, team.zone, team.calendar, now, source.date)
  if (occasion.kind !== 'open') return null
  if (whetherExpected(form.definition, occasion.occurrence, team.zone, member, []) === 'not-asked') return null
  const round = await ensureRound(tx, team, form, occasion.occurrence)
  const isFree = (await reportIn(tx, round.id, member.memberId)) === null
  return isFree ? { round, status: occasion.status } : null
}

/** The values by the other team's keys, as far as it counts the same thing in the same unit. */
function translate(
  values: Answers['values'],
  own: readonly Metric[],
  theirs: readonly Metric[],
): Readonly<Record<string, number>> {
  const pairs = Object.entries(values).flatMap(([key, value]) => {
    const metric = findKey(own, key)
    const names = metric ? namesOf(metric) : []
    const same = findKey(theirs, key) ?? names.map(name => findMetric(theirs, name)).find(found => found !== null)
    return metric && same?.unit === metric.unit ? [[same.key, value] as const] : []
  })
  return Object.fromEntries(pairs)
}
