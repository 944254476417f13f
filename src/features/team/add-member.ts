import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { answer } from './answer.ts'
import { bystanders } from './bystanders.ts'
import { findMember } from './find-member.ts'
import { theMember } from './member-errors.ts'
import { memberById, membersOf } from './members.ts'
import { requireRole } from './permission.ts'
import { enlist, setCurrentTeam } from './store.ts'
import { addedWords, memberWords } from './words/members.ts'

/** Takes in somebody who is in a group of the team and is no member: a guest, a stranger, or one who was removed. */
export async function addMember(ctx: MemberContext, who: string): Promise<void> {
  requireRole(ctx, 'admin')
  const { tx, team, now } = ctx
  const found = findMember(await bystanders(tx, team.id), who)
  if (found.kind === 'none') return await showMemberOrRefuse(ctx, who)
  const { personId, name } = theMember(found, who)
  const joinedOn = toLocal(now, team.zone).date
  const { memberId } = await enlist(tx, {
    memberId: newId(now),
    teamId: team.id,
    personId,
    name,
    role: 'rep',
    joinedOn,
  })
  await setCurrentTeam(tx, personId, team.id)
  ctx.emit({ name: 'member.joined', teamId: team.id, payload: { memberId, how: 'added' } })
  const member = await memberById(tx, memberId)
  if (member === null) throw new Error('a member was written and cannot be read')
  answer(ctx, 'team.member-added', addedWords(ctx.lang, member))
}

/** Who is in the team already needs no adding; who is not even in its groups cannot be added by name. */
async function showMemberOrRefuse(ctx: MemberContext, who: string): Promise<void> {
  const found = findMember(await membersOf(ctx.tx, ctx.team), who)
  if (found.kind === 'one') return answer(ctx, 'team.member', memberWords(ctx.lang, found.member))
  const shown = who.slice(0, 40)
  throw new UserError('team.nobody-here', {
    zh: `团队的群里没有叫“${shown}”的人。请先把 TA 拉进群；名字要和平台上显示的一样。`,
    en: `Nobody called "${shown}" is in a group of the team. Invite them into it first, and write the name as the platform shows it.`,
  })
}
