import { z } from 'zod'
import type { Sealing } from '../../../base/sealing.ts'

/** What a team keeps of a message for a while. */
export interface KeptTalk {
  readonly memberId: string
  readonly channelId: string
  readonly accountId: string
  readonly platform: string
  readonly at: Date
  readonly text: string
}

const sealedSchema = z.tuple([z.string(), z.string(), z.string(), z.number(), z.string()])

const about = (memberId: string): string => `heard:${memberId}`

/** The member stands before it in plain, so that their words can be found and erased without the key. */
export function sealTalk(sealing: Sealing, { memberId, channelId, accountId, platform, at, text }: KeptTalk): string {
  const inside = JSON.stringify([channelId, accountId, platform, at.getTime(), text])
  return `${memberId}.${sealing.seal(inside, about(memberId))}`
}

/** Null for what this key does not open. */
export function openTalk(sealing: Sealing, kept: string): KeptTalk | null {
  const [memberId = '', sealed = ''] = kept.split('.')
  const inside = sealing.open(sealed, about(memberId))
  if (inside === null) return null
  const [channelId, accountId, platform, at, text] = sealedSchema.parse(JSON.parse(inside))
  return { memberId, channelId, accountId, platform, at: new Date(at), text }
}
