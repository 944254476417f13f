import { z } from 'zod'
import type { Sealing } from '../../../base/sealing.ts'

/** What a team keeps of a message for a while; where it was said stands in the message's own row. */
export interface KeptTalk {
  readonly memberId: string
  readonly at: Date
  readonly text: string
}

/** Earlier versions sealed the channel, the account and the platform with it. */
const sealedSchema = z.union([
  z.tuple([z.number(), z.string()]),
  z
    .tuple([z.string(), z.string(), z.string(), z.number(), z.string()])
    .transform(([, , , at, text]) => [at, text] as const),
])

const about = (memberId: string): string => `heard:${memberId}`

/** The member stands before it in plain, so that their words can be found and erased without the key. */
export function sealTalk(sealing: Sealing, { memberId, at, text }: KeptTalk): string {
  return `${memberId}.${sealing.seal(JSON.stringify([at.getTime(), text]), about(memberId))}`
}

/** Null for what this key does not open. */
export function openTalk(sealing: Sealing, kept: string): KeptTalk | null {
  const [memberId = '', sealed = ''] = kept.split('.')
  const inside = sealing.open(sealed, about(memberId))
  if (inside === null) return null
  const [at, text] = sealedSchema.parse(JSON.parse(inside))
  return { memberId, at: new Date(at), text }
}
