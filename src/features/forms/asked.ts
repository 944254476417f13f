import type { Role } from '../../context.ts'
import type { FormDefinition } from './definition.ts'

interface Asked {
  readonly memberId: string
  readonly role: Role
}

/** Whether the form asks that member. Roles and named members add up; a form that names neither asks everybody. */
export function isAsked({ members }: Pick<FormDefinition, 'members'>, { memberId, role }: Asked): boolean {
  if (members === 'all') return true
  const { roles, memberIds } = members
  if (!roles && !memberIds) return true
  return (memberIds?.includes(memberId) ?? false) || (roles?.some(asked => asked === role) ?? false)
}
