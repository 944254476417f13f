import { toLocal } from '../../calendar/zone.ts'
import type { ByMail, Context, Team } from '../../context.ts'
import { isWithin, nextBeginning } from '../nudges/quiet-hours.ts'
import { quietOf } from '../nudges/quiet-of.ts'
import { membershipsOf } from '../team/members.ts'
import type { Kept } from './code.ts'
import { lockAddress, writeAddress } from './store.ts'
import { refusedWords, whyRefused } from './words.ts'

interface Refused {
  readonly personId: string
  readonly by: ByMail
  readonly address: string
}

/**
 * A mail server takes nothing for somebody's address: no more mail goes there, and they are told once, in the chat. One that
 * is theirs no more by now is left alone.
 */
export async function hearRefusal(ctx: Context, { personId, by, address }: Refused): Promise<void> {
  const { tx, now } = ctx
  const change = changeBy(await lockAddress(tx, personId), by, address, now)
  if (change === null) return
  await writeAddress(tx, personId, change)
  const [own] = await membershipsOf(tx, personId)
  if (!own) return
  ctx.say({
    to: { person: personId },
    content: refusedWords(own.member.lang, by, address),
    // Whoever has just given an address waits for what comes of it.
    ...(by === 'mail' ? { lane: 'digest', notBefore: await whenAwake(ctx, own.team, personId) } : { lane: 'reply' }),
    purpose: 'mail.refused',
    key: `mail.refused:${by}:${personId}:${now.toISOString()}`,
    reason: { words: whyRefused },
  })
}

/** Null where that is known, or about an address which they have given up. */
function changeBy(kept: Kept, by: ByMail, address: string, now: Date): Partial<Kept> | null {
  if (by === 'mail') return kept.address === address && kept.refusedAt === null ? { refusedAt: now } : null
  return kept.asked === address && kept.codeHash !== null ? { codeHash: null, codeUntil: null } : null
}

/** It is nothing for which to wake somebody. */
async function whenAwake({ tx, now }: Context, team: Team, personId: string): Promise<Date> {
  const { hours, until } = (await quietOf(tx, team, [personId], now))(personId)
  const from = until ?? now
  if (hours === null || !isWithin(hours, toLocal(from, team.zone).time)) return from
  return nextBeginning({ from: hours.to, to: hours.from }, from, team.zone)
}
