import { cut } from '../../base/cut.ts'
import { newId } from '../../base/ids.ts'
import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { leavesOf } from '../team/leaves.ts'
import { memberById, type TeamMember } from '../team/members.ts'
import { indexCard } from './card-index.ts'
import { type Audience, type Case, LONGEST, type Origin, titleOf } from './case.ts'
import { caseSettings } from './case-settings.ts'
import { dayAfter, FURTHEST } from './days-there.ts'
import { addStep, caseFrom, insertCase, lockFiling } from './store.ts'
import { tellOwner } from './tell-owner.ts'

export interface Filing {
  readonly text: string
  /** The beginning of the text, unless it has a better one. */
  readonly title?: string
  readonly from: Exclude<Origin, 'win'>
  /** What it comes from: of the same one there is one case, however often it is filed. */
  readonly refId?: string
  /** The members who own and who file it; the actor, unless told. */
  readonly ownerId?: string
  readonly filedBy?: string
  readonly dueOn?: LocalDate
  /** It is settled already: how, and the member who settled it. */
  readonly solved?: { readonly solution: string; readonly by: string }
  /** Who may see it while it is open; leads and above, unless told. */
  readonly audience?: Audience
}

/**
 * Takes a problem on: it has an owner and a day from then on. An owner who did not file it hears so in private; what the filer
 * and the group hear is the caller's to say. Answers the one that is there already for the same `from` and `refId`.
 */
export async function fileCase(
  ctx: TeamContext,
  filing: Filing,
): Promise<{ readonly case: Case; readonly isNew: boolean }> {
  const { tx, team, now, actor } = ctx
  const { from, refId = null, filedBy = actor?.memberId ?? '' } = filing
  const owner = await ownerOf(ctx, filing.ownerId ?? filedBy)
  await lockFiling(tx, team.id)
  const before = refId === null ? null : await caseFrom(tx, team.id, from, refId)
  if (before) return { case: before, isNew: false }
  const text = cut(filing.text.trim(), LONGEST)
  const filed = await insertCase(tx, {
    ...{ id: newId(now), teamId: team.id, kind: 'problem', state: 'open', origin: from, refId },
    ...{ title: titleOf(filing.title ?? text), text, audience: filing.audience ?? 'leads' },
    ...{ filedBy: filedBy === '' ? owner.memberId : filedBy, filedAt: now, ownerId: owner.memberId },
    dueOn: filing.dueOn ?? (await usualDay(ctx, owner)),
    ...{ solution: null, lesson: null, closedBy: null, closedAt: null, toldAt: null },
    ...(filing.solved && closedAs(filing.solved, now)),
  })
  const { ownerId, dueOn } = filed
  await addStep(tx, filed.id, { kind: 'filed', by: filed.filedBy, at: now, ownerId, dueOn })
  if (filing.solved) await keepSolution(ctx, filed, filing.solved)
  else if (ownerId !== filed.filedBy) await tellOwner(ctx, filed, owner)
  ctx.emit({
    name: 'case.opened',
    teamId: team.id,
    payload: { caseId: filed.id, number: filed.number, filedBy: filed.filedBy, ownerId, from },
  })
  return { case: filed, isNew: true }
}

function closedAs({ solution, by }: NonNullable<Filing['solved']>, at: Date) {
  return { state: 'solved', solution: cut(solution.trim(), LONGEST), closedBy: by, closedAt: at } as const
}

async function keepSolution(ctx: TeamContext, filed: Case, { by }: NonNullable<Filing['solved']>): Promise<void> {
  const { id: caseId, number, solution } = filed
  await addStep(ctx.tx, caseId, { kind: 'solved', by, at: ctx.now, words: solution })
  await indexCard(ctx.tx, filed)
  ctx.emit({ name: 'case.solved', teamId: ctx.team.id, payload: { caseId, number, solvedBy: by } })
}

async function ownerOf({ tx, team }: TeamContext, memberId: string): Promise<TeamMember> {
  const owner = memberId === '' ? null : await memberById(tx, memberId)
  if (!owner || owner.teamId !== team.id) throw new Error('a case is filed by, or for, a member of its team')
  return owner
}

/** When a case is due of which nobody says so. */
export async function usualDay({ tx, team, now }: TeamContext, { memberId, calendar }: TeamMember): Promise<LocalDate> {
  const today = toLocal(now, team.zone).date
  const leaves = await leavesOf(tx, [memberId], today, addDays(today, FURTHEST))
  return dayAfter({ calendar, leaves: leaves.get(memberId) ?? [] }, today, caseSettings(team).dueDays)
}
