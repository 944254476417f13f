import { type Lang, langOfText } from '../base/words.ts'
import type { Actor, Place } from '../context.ts'
import type { Scene, Surroundings } from '../corridor/perform.ts'
import type { InboundEvent } from '../platform/events.ts'
import type { Tx } from '../store/transaction.ts'
import type { People } from './doors.ts'

/** A scene in which a person acts. */
export interface PersonScene extends Scene {
  readonly actor: Actor
  readonly place: Place
}

interface SceneDeps extends Pick<Surroundings, 'whispers'> {
  readonly people: People
}

/**
 * Who acts, where and when, by what the event tells; makes the person and the channel known when they are new. What was
 * said counts from when it was said, however late it reached us.
 */
export async function sceneOf(
  { people, whispers }: SceneDeps,
  tx: Tx,
  event: InboundEvent,
  { now, occasion, traceless }: { readonly now: Date; readonly occasion: string; readonly traceless?: true },
): Promise<PersonScene> {
  const { platform, author, place, body } = event
  const at = event.at === undefined ? now : new Date(Math.min(now.getTime(), Date.parse(event.at)))
  const person = await people.identify(tx, { platform, ...author }, traceless ? dayOf(at) : at)
  const channel =
    place.kind === 'group' ? await people.channelFor(tx, { ...place, platform, externalId: place.channelId }) : null
  const fallbackLang: Lang = (body.kind === 'message' && langOfText(body.text)) || author.lang || 'zh'
  const who = { personId: person.personId, channel, fallbackLang }
  const { team, actor } = await people.resolveActor(tx, who, at)
  const where: Place =
    channel === null
      ? { kind: 'direct' }
      : { kind: 'group', channelId: channel.id, whispers: whispers?.(platform) ?? true }
  return { now: at, team, actor, place: where, lang: actor.lang, occasion, ...(traceless && { traceless }) }
}

/** That somebody was there on a day tells nothing; at which minute would tell what they did. */
function dayOf(at: Date): Date {
  return new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
}
