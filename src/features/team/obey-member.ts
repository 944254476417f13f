import { UserError } from '../../base/errors.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { addMember } from './add-member.ts'
import { answer } from './answer.ts'
import { changeMember } from './change-member.ts'
import { theMember } from './member-errors.ts'
import type { MemberRequest } from './member-request.ts'
import { findMember, membersOf } from './members.ts'
import { requireRole } from './permission.ts'
import { membersWords, memberWords } from './words/members.ts'

/** Shows who is in the team, to anybody in it, or changes a member, for its admins. */
export async function obeyMember(ctx: MemberContext, request: MemberRequest): Promise<void> {
  if (request.kind === 'unreadable') throw unreadable(request.part)
  if (request.kind === 'add') return await addMember(ctx, request.who)
  const members = await membersOf(ctx.tx, ctx.team)
  if (request.kind === 'list') {
    return answer(ctx, 'team.members', membersWords(ctx.lang, ctx.team, members, atLeast(ctx.actor.role, 'admin')))
  }
  if (request.kind === 'change') requireRole(ctx, 'admin')
  const member = theMember(findMember(members, request.who), request.who)
  if (request.kind === 'show') return answer(ctx, 'team.member', memberWords(ctx.lang, member))
  await changeMember(ctx, member.memberId, request.change)
}

function unreadable(part: string): UserError {
  const shown = part.slice(0, 40)
  return new UserError('team.member-unreadable', {
    zh: `没看懂“${shown}”。可以写：/member 张三 role=manager、alias=小张、unalias=小张、name=新名字、calendar 双休、remove；或 /member add 张三`,
    en: `"${shown}" is not understood. Write /member NAME with one of role=manager, alias=Zed, unalias=Zed, name=NEW, calendar mon-fri, remove; or /member add NAME`,
  })
}
