import type { MemberContext } from '../../context.ts'
import { memberById, type TeamMember } from './members.ts'

/** The member who acts, with their calendar. */
export async function theSelf({ tx, actor }: MemberContext): Promise<TeamMember> {
  const member = await memberById(tx, actor.memberId)
  if (!member) throw new Error('whoever acts in a team is a member of it')
  return member
}
