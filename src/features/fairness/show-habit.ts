import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { nudge } from '../nudges/nudge.ts'
import type { TeamMember } from '../team/members.ts'
import type { Habit } from './habits.ts'
import { habitContent, whyHabit } from './words.ts'

/** Tells a member, and nobody else, what was noticed; answers whether it was said. By the manners of every nudge. */
export async function showHabit(
  ctx: TeamContext,
  member: TeamMember,
  habit: Habit,
  today: LocalDate,
): Promise<boolean> {
  const decision = await nudge(ctx, {
    member,
    kind: `fairness.${habit.kind}`,
    content: habitContent(habit, member.lang),
    reason: { words: whyHabit(habit) },
    expiresAt: toInstant(addDays(today, 1), '00:00', ctx.team.zone),
    key: `fairness.habit:${member.memberId}:${habit.kind}:${today}`,
  })
  return decision?.say === true
}
