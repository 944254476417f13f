import type { Role } from '../../context.ts'
import { fold } from './find-member.ts'
import type { TeamMember } from './members.ts'
import type { MemberRole } from './role-names.ts'

/** A team is never without an admin. */
function isLastAdmin(members: readonly TeamMember[], memberId: string): boolean {
  const admins = members.filter(member => member.role === 'admin')
  return admins.length === 1 && admins[0]?.memberId === memberId
}

export type RoleChange = { readonly kind: 'change'; readonly from: Role } | { readonly kind: 'same' | 'last-admin' }

export function decideRole(members: readonly TeamMember[], member: TeamMember, role: MemberRole): RoleChange {
  if (member.role === role) return { kind: 'same' }
  return isLastAdmin(members, member.memberId) ? { kind: 'last-admin' } : { kind: 'change', from: member.role }
}

/** Whether somebody may leave or be removed, and whether that was asked for twice. */
export function decideDeparture(
  members: readonly TeamMember[],
  memberId: string,
  isConfirmed: boolean,
): 'go' | 'ask' | 'last-admin' {
  if (isLastAdmin(members, memberId)) return 'last-admin'
  return isConfirmed ? 'go' : 'ask'
}

/** Who goes by this name or alias already, other than the member it is for. */
export function holderOf(members: readonly TeamMember[], name: string, memberId: string): TeamMember | undefined {
  return members.find(
    other => other.memberId !== memberId && [other.name, ...other.aliases].some(it => fold(it) === fold(name)),
  )
}
