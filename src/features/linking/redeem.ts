import type { Words } from '../../base/words.ts'
import type { PersonContext } from '../../context.ts'
import type { Purpose } from './code.ts'
import { readCode } from './code.ts'
import { type Asker, redeemCode } from './code-store.ts'
import { tooManyWords, wrongCodeWords } from './words/link.ts'

/**
 * Uses up the code that the actor typed. Null when it is none, which is said and not thrown: a refusal would roll back that
 * it was counted.
 */
export async function redeem(
  ctx: PersonContext,
  purpose: Purpose,
  typed: string,
  whereFrom: Words,
): Promise<Asker | null> {
  const { tx, now, lang, actor } = ctx
  const redeemed = await redeemCode(tx, readCode(typed), { purpose, personId: actor.personId }, now)
  switch (redeemed.kind) {
    case 'taken':
      return redeemed.asker
    case 'wrong':
      ctx.say({
        to: { reply: 'private' },
        content: wrongCodeWords(lang, whereFrom),
        lane: 'reply',
        purpose: 'linking.wrong-code',
      })
      return null
    case 'held': {
      const minutes = Math.ceil((redeemed.until.getTime() - now.getTime()) / 60_000)
      ctx.say({
        to: { reply: 'private' },
        content: tooManyWords(lang, minutes),
        lane: 'reply',
        purpose: 'linking.held',
      })
      return null
    }
  }
}
