import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'

export { type Ignored, id, ignored, words } from '../../shared/wire.ts'

/** A moment in Slack's way, `1700000000.000001`; it names a message within its channel, too. */
export const ts = z.string().regex(/^\d{1,10}(\.\d{1,9})?$/)

export function momentOf(slackTs: string): Date {
  return new Date(Math.floor(Number(slackTs) * 1000))
}

export function isoOf(slackTs: string): string {
  return momentOf(slackTs).toISOString()
}

export type Place = InboundEvent['place']

/** A direct message has a channel of its own at Slack, whose id begins with D. */
export function isDirect(channelId: string): boolean {
  return channelId.startsWith('D')
}

export function placeOf(channelId: string | undefined): Place {
  return channelId === undefined || isDirect(channelId) ? { kind: 'direct' } : { kind: 'group', channelId }
}
