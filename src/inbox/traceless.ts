import type { InboundEvent } from '../platform/events.ts'
import type { Tx } from '../store/transaction.ts'
import type { AnswerDeps } from './answer.ts'

/** Takes the words of an event away wherever else they stand in our own tables. */
export type Unsay = (tx: Tx, event: Pick<InboundEvent, 'platform' | 'eventId'>) => Promise<void>

/**
 * Whether the event asks for something of which we promised to keep no trace; only in a direct chat can we. What PostgreSQL
 * itself keeps for a while, dead rows until it vacuums and its log of writes, is beyond that.
 */
export function isTraceless({ read, actions }: AnswerDeps, { place, body }: InboundEvent): boolean {
  if (place.kind !== 'direct') return false
  if (body.kind === 'action') return actions.get(body.actionId)?.traceless === true
  if (body.kind !== 'message') return false
  const asked = read(body)
  return asked.kind === 'command' && asked.command.traceless === true
}
