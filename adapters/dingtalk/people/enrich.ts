import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Directory } from './directory.ts'

/** Adds what is known of the author; the address book's name before the nickname. Accepting never waits for the network. */
export function enrich(event: InboundEvent, directory: Pick<Directory, 'person'>): InboundEvent {
  const person = directory.person(event.author.accountId)
  return person === null ? event : { ...event, author: { ...event.author, ...person.account } }
}
