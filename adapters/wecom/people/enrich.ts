import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Directory } from './directory.ts'

/**
 * Adds what is known of the author: WeCom itself tells nothing but their id. Accepting never waits for the network. The id
 * stays as it was told: WeCom takes large and small letters of it for the same, we do not.
 */
export function enrich(event: InboundEvent, directory: Pick<Directory, 'person'>): InboundEvent {
  const { accountId } = event.author
  const person = directory.person(accountId)
  return person === null ? event : { ...event, author: { ...event.author, ...person.account, accountId } }
}
