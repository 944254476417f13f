import { UserError } from '../../base/errors.ts'
import type { Words } from '../../base/words.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { type MemberRole, roleName } from './role-names.ts'

/** For parts of a command that need more than its `least`. Says who may. */
export function requireRole(ctx: MemberContext, least: MemberRole): void {
  if (!atLeast(ctx.actor.role, least)) throw new UserError('team.not-allowed', whoMay(least))
}

/** To whoever has a role below that one. */
export function whoMay(least: MemberRole): Words {
  if (least === 'admin') return { zh: '这一项需要管理员来做。', en: 'This takes an admin.' }
  return {
    zh: `这一项需要${roleName(least, 'zh')}或更高角色来做。`,
    en: `This takes a ${roleName(least, 'en')} or above.`,
  }
}
