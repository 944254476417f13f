import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { onOff } from '../setting-kinds.ts'
import { answer } from './answer.ts'
import { requireRole } from './permission.ts'
import { setPlain } from './store.ts'
import { plainInGroupsWords, plainUnclearWords, plainWords } from './words/plain.ts'

/** Lets every command be heard in this group without slash or mention, or no longer. */
export async function setPlainWords(ctx: MemberContext, text: string): Promise<void> {
  requireRole(ctx, 'manager')
  if (ctx.place.kind !== 'group') throw new UserError('team.plain-in-groups', plainInGroupsWords)
  const plain = await onOff.read(text, ctx)
  if (plain === undefined) throw new UserError('team.setting-unreadable', plainUnclearWords)
  await setPlain(ctx.tx, ctx.place.channelId, plain)
  answer(ctx, 'team.plain', plainWords(ctx.lang, plain))
}
