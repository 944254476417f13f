import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { FormValues } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { findKey, fold, metricName } from '../metrics/metric.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { inItsCurrency } from '../metrics/money/conversion.ts'
import { membersOf, type TeamMember } from '../team/members.ts'
import { requireRole } from '../team/permission.ts'
import { beginContest, isHalfway } from './begin-contest.ts'
import type { Contest } from './contest.ts'
import { seedOf } from './draw.ts'
import { ownMeasures } from './own-measures.ts'
import { type Draft, type DraftFields, readDraft } from './read-draft.ts'
import { directionOf } from './read-play.ts'
import { nameInUse, tooFew } from './refusals.ts'
import { type EntrantRow, insertContest, lockContests, openContests, saveEntrants, saveHalfway } from './store.ts'
import { contestForm } from './words/form.ts'
import { kindNames } from './words/rule.ts'
import { createdContent } from './words/shown.ts'

/** Opens a contest; one whose first day has come begins at once. */
export async function createContest(ctx: MemberContext, fields: DraftFields): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, now, lang } = ctx
  const today = toLocal(now, team.zone).date
  await lockContests(tx, team.id)
  const all = await everyMetricOf(tx, team.id)
  const metrics = (await shownMetricsOf(tx, team.id)).map(metric => inItsCurrency(metric, all, ownCurrency(team)))
  const members = await membersOf(tx, team)
  const isLeast = (metric: Metric | null) => directionOf(metric) === 'least'
  const draft = readDraft(fields, { metrics, members, today, lang, isLeast })
  if (countOf(draft, members) < 2) throw new UserError('contest-too-few', tooFew)
  const contest = await written(ctx, draft, metrics)
  const entrants = await given(ctx, contest, draft, members, today)
  await saveEntrants(tx, contest.id, entrants)
  const begun = contest.period.from <= today ? await beginContest(ctx, contest, { at: now, date: today }) : contest
  if (begun.state === 'running' && isHalfway(begun, today)) await saveHalfway(tx, contest.id, now)
  const metric = draft.metricKey === null ? null : findKey(metrics, draft.metricKey)
  const named = entrants.map(row => ({ ...row, name: members.find(it => it.memberId === row.memberId)?.name ?? '' }))
  const shown = { contest: begun, metric, least: isLeast(metric), entrants: named }
  const content = createdContent(shown, today, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'contests.created' })
}

/** Answers `/contest new`, and the form as it was filled in. */
export async function contestByForm(ctx: MemberContext, values: FormValues | undefined): Promise<void> {
  requireRole(ctx, 'manager')
  if (values !== undefined) return createContest(ctx, fieldsOf(values))
  const today = toLocal(ctx.now, ctx.team.zone).date
  const content = contestForm(await shownMetricsOf(ctx.tx, ctx.team.id), today, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'contests.form' })
}

function fieldsOf(values: FormValues): DraftFields {
  const text = (id: string): string => [values[id] ?? ''].flat().join(' ').trim()
  const orNone = (id: string) => (text(id) === '' ? undefined : text(id))
  return {
    ...{ kind: text('kind'), span: `${text('metric')} ${text('from')}..${text('to')}` },
    ...{ marks: orNone('marks'), rounds: orNone('rounds'), sides: orNone('sides') },
    ...{ prize: orNone('prize'), name: orNone('name'), handicap: orNone('handicap') },
  }
}

/** How many take part; nobody where there are not enough for one on each side. */
function countOf({ rule, sideOf }: Draft, members: readonly TeamMember[]): number {
  const reps = members.filter(({ role }) => !atLeast(role, 'manager')).length
  if (rule.kind !== 'teams' || sideOf !== null) return sideOf?.size ?? reps
  return reps < rule.sides.length ? 0 : reps
}

async function written(ctx: MemberContext, draft: Draft, metrics: readonly Metric[]): Promise<Contest> {
  const { tx, team, now, actor } = ctx
  const open = (await openContests(tx, team.id)).map(({ name }) => name)
  const name = draft.name ?? freeName(usualName(draft, ctx, metrics), open)
  if (open.some(other => fold(other) === fold(name))) throw new UserError('contest-name-in-use', nameInUse(name))
  const id = newId(now)
  const { rule, metricKey, period, prize, handicap } = draft
  const facts = {
    id,
    teamId: team.id,
    name,
    rule,
    metricKey,
    period,
    prize,
    handicap,
    seed: seedOf(id),
    halfwayAt: null,
  }
  const contest: Contest = { ...facts, state: 'planned' }
  await insertContest(tx, { ...contest, createdBy: actor.personId, createdAt: now })
  return contest
}

function usualName({ rule, metricKey }: Draft, { team }: MemberContext, metrics: readonly Metric[]): string {
  const metric = metrics.find(({ key }) => key === metricKey)
  const about = metric === undefined ? kindNames[rule.kind][team.lang] : metricName(metric, team.lang)
  return { zh: `${about}竞赛`, en: `${about} contest` }[team.lang]
}

/** The name, or with the next number after it. */
function freeName(name: string, taken: readonly string[]): string {
  const names = new Set(taken.map(fold))
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} ${n}`
    if (!names.has(fold(tried))) return tried
  }
}

/** Whom a manager put on a side, and what everybody is measured by; who else takes part is seen when it begins. */
async function given(
  ctx: MemberContext,
  contest: Contest,
  { sideOf, divisors, handicap }: Draft,
  members: readonly TeamMember[],
  today: LocalDate,
): Promise<readonly EntrantRow[]> {
  const measures = handicap === 'history' ? await ownMeasures(ctx, contest, members, today) : divisors
  return members.flatMap(({ memberId }) => {
    const [side, divisor] = [sideOf?.get(memberId) ?? null, measures?.get(memberId) ?? null]
    return side === null && divisor === null ? [] : [{ memberId, side, divisor, leftRound: null }]
  })
}
