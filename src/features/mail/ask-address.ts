import type { MemberContext } from '../../context.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { endOfCode, hashOf, newCode, nextCodeAt, oneMoreSent } from './code.ts'
import { lockAddress, writeAddress } from './store.ts'
import { alreadyWords, askedWords, codeMail, noMail, tooManyCodes } from './words.ts'

/** Sends a code to an address that somebody says is theirs. Until it is typed, the one they had goes on. */
export async function askAddress(ctx: MemberContext, address: string): Promise<void> {
  const { tx, actor, now, lang } = ctx
  if (!ctx.mails) throw noMail()
  const { personId } = actor
  const kept = await lockAddress(tx, personId)
  if (kept.address === address && kept.refusedAt === null)
    return answerInPrivate(ctx, 'mail.already', alreadyWords(lang, address))
  const next = nextCodeAt(kept, now)
  if (next !== null) throw tooManyCodes(Math.ceil((next.getTime() - now.getTime()) / 3_600_000))
  const code = newCode()
  const codeHash = hashOf(code, personId)
  const codeUntil = endOfCode(now)
  await writeAddress(tx, personId, { asked: address, codeHash, codeUntil, wrong: 0, ...oneMoreSent(kept, now) })
  const mail = codeMail(lang, code, actor.name)
  ctx.say({
    to: { person: personId, by: 'mail-asked' },
    content: mail,
    lane: 'reply',
    purpose: 'mail.code',
    key: `mail.code:${codeHash}`,
    // A code that waits while a newer one is asked for is not sent any more.
    revises: { key: `mail.code:${personId}`, short: mail },
    expiresAt: codeUntil,
  })
  answerInPrivate(ctx, 'mail.asked', askedWords(lang, address))
}
