import { addDays } from '../../calendar/dates.ts'
import { toInstant, toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { noteRead } from '../privacy/note-read.ts'
import { managersOf, type TeamMember } from '../team/members.ts'
import { type KeptHabit, updateHabit } from './store.ts'
import { hintForManager, toldManagers, whyHint } from './words.ts'

/** A hint is worth reading for so long. Days. */
const WORTH = 3

/**
 * Gives the managers a hint in private, once, with what the member said to it; who got it is on the member's record. Nobody is
 * told about themselves.
 */
export async function tellManagers(ctx: TeamContext, member: TeamMember, habit: KeptHabit): Promise<void> {
  const { tx, team, now } = ctx
  for (const manager of await managersOf(tx, team)) {
    if (manager.memberId === member.memberId) continue
    await sayHint(ctx, manager, member, habit, 'first')
  }
  await updateHabit(tx, habit.id, { managerTold: now })
}

/** Passes on what a member said after the managers had got the hint. */
export async function passOnExplanation(ctx: TeamContext, member: TeamMember, habit: KeptHabit): Promise<void> {
  for (const manager of await managersOf(ctx.tx, ctx.team)) {
    if (manager.memberId === member.memberId) continue
    await sayHint(ctx, manager, member, habit, ctx.now.toISOString())
  }
}

async function sayHint(
  ctx: TeamContext,
  manager: TeamMember,
  member: TeamMember,
  habit: KeptHabit,
  version: string,
): Promise<void> {
  const { team, now } = ctx
  ctx.say({
    to: { person: manager.personId },
    content: hintForManager({ name: member.name, habit }, manager.lang),
    lane: 'digest',
    purpose: 'fairness.hint',
    key: `fairness.hint:${habit.id}:${manager.memberId}:${version}`,
    expiresAt: toInstant(addDays(toLocal(now, team.zone).date, WORTH), '00:00', team.zone),
    reason: { words: whyHint },
  })
  const look = { by: manager.personId, about: member.memberId, what: 'fairness.hint' }
  await noteRead(ctx, { ...look, words: toldManagers(habit.kind), detail: { kind: habit.kind } })
}
