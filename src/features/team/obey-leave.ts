import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { LeaveRequest } from './leave-request.ts'
import { theMember } from './member-errors.ts'
import { findMember, membersOf, type TeamMember } from './members.ts'
import { requireRole } from './permission.ts'
import { cancelLeave, listLeave, takeLeave } from './take-leave.ts'

/** Puts in, takes back or lists leave, one's own or, for leads and above, another member's. */
export async function obeyLeave(ctx: MemberContext, request: LeaveRequest): Promise<void> {
  if (request.kind === 'no-date') throw noDate()
  const member = await memberMeant(ctx, request)
  switch (request.kind) {
    case 'list':
      if (member.memberId !== ctx.actor.memberId) requireRole(ctx, 'lead')
      return await listLeave(ctx, member)
    case 'take':
      return await takeLeave(ctx, member, request.leave)
    case 'cancel':
      return await cancelLeave(ctx, member, request.leave)
  }
}

/** Words that are neither a date nor a name are more likely a date that was not understood. */
async function memberMeant(
  ctx: MemberContext,
  request: Exclude<LeaveRequest, { kind: 'no-date' }>,
): Promise<TeamMember> {
  const members = await membersOf(ctx.tx, ctx.team)
  const { who } = request
  if (who === null) {
    const self = members.find(member => member.memberId === ctx.actor.memberId)
    if (self === undefined) throw new Error('an actor is a member and not in the team')
    return self
  }
  const found = findMember(members, who)
  if (request.kind === 'list' && found.kind === 'none' && !found.nearest) throw noDate()
  return theMember(found, who)
}

function noDate(): UserError {
  return new UserError('team.leave-unreadable', {
    zh: '没看懂日期。可以写：/请假 明天、/请假 3.5-3.7、/请假 明天上午、/请假 取消 3.5',
    en: 'The date is not understood. Write /leave tomorrow, /leave 3.5-3.7, /leave tomorrow am or /leave cancel 3.5',
  })
}
