import { type PerformDeps, perform } from '../corridor/perform.ts'
import type { InboundEvent } from '../platform/events.ts'
import type { Tx } from '../store/transaction.ts'
import type { News, People } from './doors.ts'

/** Nobody did it to us, so nobody is answered; a roster's author is the bot, who is no person of ours. */
export function isNews({ body }: InboundEvent): boolean {
  return body.kind === 'roster' || body.kind === 'left' || body.kind === 'profile'
}

/** Keeps what a platform tells of people, without making a person of whoever it names as the author. */
export async function keepNews(
  deps: PerformDeps & { readonly people: People },
  tx: Tx,
  event: InboundEvent,
  { now, occasion }: { readonly now: Date; readonly occasion: string },
): Promise<void> {
  const news = await newsOf(deps.people, tx, event)
  if (news === null) return
  const scene = { now, team: null, actor: null, place: null, lang: 'en', occasion } as const
  await perform(deps, tx, scene, ctx => deps.people.hearNews(ctx, event.platform, news))
}

/** Null for what tells nothing, as a roster of no group. */
async function newsOf(people: People, tx: Tx, { platform, place, author, body }: InboundEvent): Promise<News | null> {
  if (body.kind === 'profile') return { kind: 'profile', account: author }
  if (place.kind === 'direct') return null
  const { channelId: externalId, name, external } = place
  const { id: channelId } = await people.channelFor(tx, { platform, externalId, name, external })
  if (body.kind === 'roster') return { kind: 'roster', channelId, people: body.people }
  return body.kind === 'left' ? { kind: 'left', channelId, accountId: author.accountId } : null
}
