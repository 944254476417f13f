import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Place } from '../decode/wire.ts'
import type { Directory } from './directory.ts'

/** Adds what is known of the author and the place. From memory alone: accepting never waits for the network. */
export function enrich(event: InboundEvent, directory: Pick<Directory, 'person' | 'channel'>): InboundEvent {
  const person = directory.person(event.author.accountId)
  const known = person === null || person === 'bot' ? {} : person
  return { ...event, author: { ...known, ...event.author }, place: placed(event.place, directory) }
}

function placed(place: Place, directory: Pick<Directory, 'channel'>): Place {
  if (place.kind === 'direct') return place
  const channel = directory.channel(place.channelId)
  if (channel === null) return place
  const { name, external } = channel
  return { ...(name !== undefined && { name }), ...(external !== null && { external }), ...place }
}
