import { UserError } from '../../base/errors.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { type MemberRole, roleName } from './role-names.ts'

/** For parts of a command that need more than its `least`. Says who may. */
export function requireRole(ctx: MemberContext, least: MemberRole): void {
  if (atLeast(ctx.actor.role, least)) return
  throw new UserError('team.not-allowed', {
    zh: `这一项需要${roleName(least, 'zh')}${least === 'admin' ? '' : '或更高角色'}来做。`,
    en: `This takes ${least === 'admin' ? 'an admin' : `a ${roleName(least, 'en')} or above`}.`,
  })
}
