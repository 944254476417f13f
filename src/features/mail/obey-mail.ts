import type { MemberContext } from '../../context.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { askAddress } from './ask-address.ts'
import { confirmAddress } from './confirm-address.ts'
import type { MailRequest } from './request.ts'
import { lockAddress, readAddress, writeAddress } from './store.ts'
import { addressUnclear, forgottenWords, noMail, standingWords } from './words.ts'

/** `/my mail`: tells, asks for, proves or forgets where whoever asks is written to. Addresses are said to their owner alone. */
export async function obeyMail(ctx: MemberContext, request: MailRequest): Promise<void> {
  switch (request.want) {
    case 'show':
      return await show(ctx)
    case 'forget':
      return await forget(ctx)
    case 'confirm':
      return await confirmAddress(ctx, request.code)
    case 'ask':
      return await askAddress(ctx, request.address)
    case 'unclear':
      throw addressUnclear()
  }
}

async function show(ctx: MemberContext): Promise<void> {
  const kept = await readAddress(ctx.tx, ctx.actor.personId)
  if (kept.address === null && kept.asked === null && !ctx.mails) throw noMail()
  answerInPrivate(ctx, 'mail.standing', standingWords(ctx.lang, kept))
}

async function forget(ctx: MemberContext): Promise<void> {
  const { tx, actor, lang } = ctx
  await lockAddress(tx, actor.personId)
  // How many codes were sent stays: forgetting is no way around it.
  const forgotten = { address: null, refusedAt: null, asked: null, codeHash: null, codeUntil: null, wrong: 0 }
  await writeAddress(tx, actor.personId, forgotten)
  answerInPrivate(ctx, 'mail.forgotten', forgottenWords(lang))
}
