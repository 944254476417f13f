import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { keptOf, messagesOf, stillWaiting, threadOf } from './store.ts'
import { threadWords } from './words/author.ts'
import { noSuchCode } from './words/refusals.ts'
import { answer } from './write.ts'

/** The latest so many are shown. */
export const SHOWN = 12

/** Answers `/feedback CODE`: what its thread holds, answers included. Whoever has the code is its author. */
export async function follow(ctx: MemberContext, code: string): Promise<void> {
  const { tx, team, lang } = ctx
  const codeHash = await keptOf(tx, team.id, code)
  const thread = await threadOf(tx, codeHash)
  const messages = thread ? await messagesOf(tx, thread.id, SHOWN) : []
  const waiting = await stillWaiting(tx, codeHash)
  if (!thread && waiting.length === 0) throw new UserError('voice.no-code', noSuchCode)
  answer(ctx, threadWords(lang, { code, thread, messages, waiting }))
}
