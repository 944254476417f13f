import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'

/** Pieces that all payloads share. Objects are loose: what we do not know of, we do not look at. */

/** Slack's id of anything: a person, a channel, a message, a call. */
export const id = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)

/** Longer than Slack lets a message be, in UTF-16 units. */
const longest = 50_000

/** What somebody wrote. No database keeps a NUL, and half of a surrogate pair is no text. */
export const words = z
  .string()
  .max(longest)
  .transform(text => text.toWellFormed().replaceAll('\0', ''))

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

/** Why a payload leads to nothing. Quiet: Slack sends much that is not for us. */
export interface Ignored {
  readonly kind: 'ignored'
  readonly why: string
}

export const ignored = (why: string): Ignored => ({ kind: 'ignored', why })
