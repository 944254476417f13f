import type { MemberContext } from '../../context.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { judgeCode } from './code.ts'
import { lockAddress, writeAddress } from './store.ts'
import { confirmedWords, refusedCodeWords } from './words.ts'

/** Takes a code that came by mail. What is wrong with it is said and not thrown: a refusal would roll back that it was counted. */
export async function confirmAddress(ctx: MemberContext, code: string): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const { personId } = actor
  const kept = await lockAddress(tx, personId)
  const judged = judgeCode(kept, code, personId, now)
  if (judged !== 'right' || kept.asked === null) {
    if (judged === 'wrong') await writeAddress(tx, personId, { wrong: kept.wrong + 1 })
    return answerInPrivate(ctx, 'mail.code-refused', refusedCodeWords(lang, judged))
  }
  const settled = { refusedAt: null, asked: null, codeHash: null, codeUntil: null, wrong: 0 }
  await writeAddress(tx, personId, { address: kept.asked, ...settled })
  answerInPrivate(ctx, 'mail.confirmed', confirmedWords(lang, kept.asked))
}
