import type { InboundEvent } from '../platform/events.ts'
import type { AnswerDeps } from './answer.ts'

export type Reader = AnswerDeps['read']

/** An ordinary group message that nothing listens to. */
export function isSmallTalk(read: Reader, { place, body }: InboundEvent): boolean {
  return place.kind === 'group' && body.kind === 'message' && read(body).kind === 'nothing'
}
