import { z } from 'zod'
import type { Content } from '../content/content.ts'
import type { ByMail, Reason } from '../context.ts'
import type { PlatformId } from '../platform/events.ts'

/** A delivery that is ready to be written down. */
export interface NewDelivery {
  /** `channel:<channelId>`, `person:<personId>` or `mail:<personId>`. */
  readonly conversation: string
  readonly teamId: string | null
  readonly channelId: string | null
  readonly personId: string | null
  readonly whisperTo: string | null
  readonly by: ByMail | null
  /** The index of its lane: the lower goes first. */
  readonly lane: number
  readonly purpose: string
  readonly content: Content
  readonly short: Content | null
  readonly reviseKey: string | null
  readonly recalls: string | null
  readonly dedupeKey: string
  readonly reason: Reason | null
  readonly repeatable: boolean
  readonly traceless: boolean
  readonly notBefore: Date
  readonly expiresAt: Date | null
  readonly createdAt: Date
}

/** How a message got to its reader; `openly` is the short form of a private answer where nothing more private works. */
const wayNames = ['group', 'whisper', 'direct', 'openly'] as const
export type WayName = (typeof wayNames)[number]

/** One part of a delivery that is out: enough to revise or recall it, and to go on from there after a crash. */
export const sentPartSchema = z.object({ way: z.enum(wayNames), receipt: z.record(z.string(), z.string()) })
export type SentPart = z.infer<typeof sentPartSchema>

/** What is needed to choose which delivery of a conversation goes next, and where to. */
export interface Head {
  readonly id: string
  /** `sending` means that whoever was sending it is gone, or got no answer: nobody knows whether it arrived. */
  readonly state: 'pending' | 'sending'
  readonly channelId: string | null
  readonly personId: string | null
  readonly whisperTo: string | null
  readonly by: ByMail | null
  readonly lane: number
  readonly seq: bigint
  readonly reviseKey: string | null
  readonly notBefore: Date
  readonly expiresAt: Date | null
  readonly attempts: number
  /** Some of its parts are out already. */
  readonly begun: boolean
  /** Once it needs not be sent any more, nothing of it is kept. */
  readonly traceless: boolean
}

/** What is being sent, with all that is needed for it. */
export interface Delivery {
  readonly id: string
  readonly lane: number
  readonly purpose: string
  readonly content: Content
  readonly short: Content | null
  /** The event of what a member said there, which is taken back first. */
  readonly recalls: string | null
  readonly repeatable: boolean
  readonly traceless: boolean
  /** This try included. */
  readonly attempts: number
  readonly parts: readonly SentPart[]
  /** How far its next part has come, by its adapter; `kept` changes as that goes on. */
  readonly progress: { kept: unknown }
  readonly platform: PlatformId | null
  readonly createdAt: Date
  readonly expiresAt: Date | null
}

/** An earlier version of the same message that people can see. */
export interface Version {
  readonly platform: PlatformId
  readonly parts: readonly SentPart[]
}
