import type { PersonContext } from '../../context.ts'
import { fold } from '../team/find-member.ts'
import { personById } from './accounts.ts'
import { issueCode } from './code-store.ts'
import { joinPeople } from './join-people.ts'
import { redeem } from './redeem.ts'
import { saySecretly } from './secretly.ts'
import { gone, linkedWords, linkWords, ownCode, twiceRefusal, whereAccountCodes } from './words/link.ts'

/** Without a code gives one to type on the other platform; with one makes this account and the other's one person. */
export async function linkAccount(ctx: PersonContext, rest: string): Promise<void> {
  if (rest.trim() === '') return await giveCode(ctx)
  const { code, keep } = readLinkRequest(rest)
  const asker = await redeem(ctx, 'account', code, whereAccountCodes)
  if (asker === null) return
  const [here, there] = [ctx.actor.personId, asker.personId]
  if (here === there) throw ownCode()
  const platform = (await personById(ctx.tx, here))?.lastPlatform ?? null
  const person = await joinPeople(ctx, {
    ...{ here, there, platform },
    keep: keep && { here, there }[keep],
    by: here,
    refuse: (twice, one, other) => twiceRefusal(code.toUpperCase(), twice, one, other),
  })
  if (person === null) throw gone()
  ctx.say({
    to: { reply: 'private', as: person.id },
    content: linkedWords(ctx.lang, person),
    lane: 'reply',
    purpose: 'linking.linked',
  })
}

async function giveCode(ctx: PersonContext): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const person = await personById(tx, actor.personId)
  if (person === null) throw gone()
  const code = await issueCode(tx, { purpose: 'account', personId: person.id }, now)
  saySecretly(ctx, 'account', linkWords(lang, person, code))
}

interface LinkRequest {
  readonly code: string
  /** Whose answers count in rounds that both accounts have answered. */
  readonly keep: 'here' | 'there' | null
}

/** `K7QX2M`, and after it which account's answers to keep: `留这边`, `here`. */
function readLinkRequest(text: string): LinkRequest {
  const [, code = '', said, glued] = /^(.*?)(?:\s+(here|there)|\s*留?(这边|那边))?$/s.exec(fold(text)) ?? []
  const side = said ?? glued
  if (side === undefined) return { code, keep: null }
  return { code, keep: side === 'here' || side === '这边' ? 'here' : 'there' }
}
