import { UserError } from '../../base/errors.ts'
import { addDays, type LocalDate } from '../../calendar/dates.ts'
import type { Leave } from '../../calendar/leave.ts'
import { workdaysBetween } from '../../calendar/workdays.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { answer } from './answer.ts'
import { addLeave, cutLeave, type LeaveRefusal, refuseLeave } from './leave-rules.ts'
import { keptLeaves } from './leaves.ts'
import type { TeamMember } from './members.ts'
import { changeLeaves, lockMember } from './store.ts'
import { leaveListWords, leaveTakenWords, noLeaveThereWords } from './words/leave.ts'

/** Puts in a leave; it becomes one with those that it overlaps or touches. */
export async function takeLeave(ctx: MemberContext, member: TeamMember, leave: Leave): Promise<void> {
  requireLeave(ctx, member, leave)
  await lockMember(ctx.tx, member.memberId)
  const change = addLeave(await keptLeaves(ctx.tx, member.memberId, addDays(leave.from, -1)), leave)
  await changeLeaves(ctx.tx, member.memberId, change, ctx.actor.personId, ctx.now)
  tellOthers(ctx, member, leave)
  const workdays = workdaysBetween(member.calendar, leave.from, leave.to, 'usual-week').length
  const whole = change.write[0] ?? leave
  answer(
    ctx,
    'team.leave-taken',
    leaveTakenWords(ctx.lang, { member, isOwn: isOwn(ctx, member), leave, whole, workdays }),
  )
}

/** Takes back a leave, or some days or halves of one. */
export async function cancelLeave(ctx: MemberContext, member: TeamMember, hole: Leave): Promise<void> {
  requireLeave(ctx, member, hole)
  await lockMember(ctx.tx, member.memberId)
  const change = cutLeave(await keptLeaves(ctx.tx, member.memberId, hole.from), hole)
  if (change.end.length === 0) return answer(ctx, 'team.leave-cancelled', noLeaveThereWords(ctx.lang, hole))
  await changeLeaves(ctx.tx, member.memberId, change, ctx.actor.personId, ctx.now)
  tellOthers(ctx, member, hole)
  await listLeave(ctx, member)
}

/** The member's leaves from today on. */
export async function listLeave(ctx: MemberContext, member: TeamMember): Promise<void> {
  const leaves = await keptLeaves(ctx.tx, member.memberId, todayOf(ctx))
  answer(ctx, 'team.leave-list', leaveListWords(ctx.lang, { member, isOwn: isOwn(ctx, member), leaves }))
}

function tellOthers(ctx: MemberContext, { memberId }: TeamMember, { from, to }: Leave): void {
  ctx.emit({ name: 'leave.changed', teamId: ctx.team.id, payload: { memberId, from, to } })
}

export function todayOf(ctx: MemberContext): LocalDate {
  return toLocal(ctx.now, ctx.team.zone).date
}

function isOwn(ctx: MemberContext, member: TeamMember): boolean {
  return member.memberId === ctx.actor.memberId
}

function requireLeave(ctx: MemberContext, member: TeamMember, leave: Leave): void {
  const refusal = refuseLeave({ leave, today: todayOf(ctx), role: ctx.actor.role, isOwn: isOwn(ctx, member) })
  if (refusal !== null) throw new UserError(`team.leave-${refusal}`, refusals[refusal])
}

const refusals = {
  'for-others': { zh: '替别人请假需要组长或更高角色。', en: 'Leave for somebody else takes a lead or above.' },
  past: { zh: '已过去的日子要由经理来补记。', en: 'Days gone by are put in by a manager.' },
  'too-long': {
    zh: '一次请假不能超过一年，请检查日期。',
    en: 'One leave cannot last a year or more; please check the dates.',
  },
} satisfies Record<LeaveRefusal, { zh: string; en: string }>
