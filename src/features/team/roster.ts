import { type Role, roles } from '../../context.ts'
import { fold } from './find-member.ts'
import type { TeamMember } from './members.ts'
import type { MemberRole } from './role-names.ts'

/** A team is never without an admin. */
function isLastAdmin(members: readonly TeamMember[], memberId: string): boolean {
  const admins = members.filter(member => member.role === 'admin')
  return admins.length === 1 && admins[0]?.memberId === memberId
}

/** Who becomes admin when this member goes: nobody while there is another, else whoever stands highest, the longest in it first. */
export function heirOf(members: readonly TeamMember[], memberId: string): TeamMember | null {
  if (!isLastAdmin(members, memberId)) return null
  const others = members.filter(member => member.memberId !== memberId)
  return others.toSorted((a, b) => roles.indexOf(b.role) - roles.indexOf(a.role))[0] ?? null
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
