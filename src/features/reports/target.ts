import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { allForms, formVersion, type TeamForm } from '../forms/store.ts'
import { ensureRound, type Round, roundById } from '../rounds/store.ts'
import { memberById, type TeamMember } from '../team/members.ts'
import { occasionFor } from './occasion.ts'
import type { Target as Wanted } from './press.ts'
import type { ReportStatus } from './report.ts'
import { reportSettings } from './report-settings.ts'
import { refusalOf } from './rights.ts'
import { notAllowedWords, nothingDueWords, notYetWords, roundGoneWords } from './words/refusals.ts'

/** Which answer of whom to what, and how it counts if it is given now. */
export interface Target {
  /** As it is asked in that round. */
  readonly form: TeamForm
  readonly round: Round
  readonly member: TeamMember
  readonly status: ReportStatus
}

/** What a button or a form carries of it. */
export function idsOf({ form, round, member }: Target): Wanted {
  return { round: round.id, member: member.memberId, form: form.id, date: round.date }
}

/** The round that is on, or that of `date`. Throws UserError when there is none, or when the actor may not write it. */
export async function targetNow(
  ctx: MemberContext,
  form: TeamForm,
  member: TeamMember,
  date: LocalDate | null,
): Promise<Target> {
  const { tx, team, now } = ctx
  const occasion = occasionFor(form.definition, team.zone, team.calendar, now, date)
  const title = form.definition.title
  if (occasion.kind === 'none') {
    throw new UserError('reports.nothing-due', nothingDueWords({ ...occasion, form, title, date, zone: team.zone }))
  }
  const { occurrence } = occasion
  if (occasion.kind === 'not-yet') throw new UserError('reports.not-yet', notYetWords(title, occurrence, team.zone))
  const status = occasion.kind === 'open' ? occasion.status : 'back-filled'
  requireRight(ctx, member, { date: occurrence.date, isClosed: occasion.kind === 'closed' })
  const round = await ensureRound(tx, team, form, occurrence)
  return { form: await asAskedIn(ctx, form, round), round, member, status }
}

/**
 * The round that a button or a form belongs to; made anew where it was only shown so far. Throws UserError like `targetNow`.
 */
export async function targetOf(ctx: MemberContext, wanted: Wanted): Promise<Target> {
  const { tx, team, now } = ctx
  const round = await roundById(tx, wanted.round)
  const member = await memberById(tx, wanted.member)
  const formId = round?.formId ?? wanted.form
  const form = (await allForms(tx, team.id)).find(({ id }) => id === formId)
  if (!form || member?.teamId !== team.id) throw new UserError('reports.round-gone', roundGoneWords)
  if (!round && wanted.date !== undefined && form.active) return targetNow(ctx, form, member, wanted.date)
  if (!round) throw new UserError('reports.round-gone', roundGoneWords)
  const isClosed = now >= round.closesAt
  requireRight(ctx, member, { date: round.date, isClosed })
  const status = isClosed ? 'back-filled' : now > round.dueAt ? 'late' : 'on-time'
  return { form: await asAskedIn(ctx, form, round), round, member, status }
}

/** Throws UserError when the actor may not write what the member says in that round. */
export function requireRight(
  { team, actor, now }: MemberContext,
  member: TeamMember,
  round: { readonly date: LocalDate; readonly isClosed: boolean },
): void {
  const { backfillDays } = reportSettings(team)
  const today = toLocal(now, team.zone).date
  const isOwn = member.memberId === actor.memberId
  const refusal = refusalOf({ role: actor.role, isOwn, today, calendar: member.calendar, backfillDays, ...round })
  if (refusal) throw new UserError(`reports.${refusal}`, notAllowedWords(refusal, round.date, backfillDays))
}

/** A round that has answers keeps asking what it asked them. */
async function asAskedIn({ tx }: MemberContext, form: TeamForm, round: Round): Promise<TeamForm> {
  if (round.version === form.version) return form
  const definition = await formVersion(tx, form.id, round.version)
  return definition ? { ...form, version: round.version, definition } : form
}
