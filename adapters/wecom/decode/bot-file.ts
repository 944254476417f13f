import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Chat } from '../lanes/lane.ts'

/** Where the bytes of a file lie for five minutes, sealed, and the key that opens them. */
export interface SealedFile {
  readonly url: string
  readonly aeskey: string
}

/** A file that a person handed to the bot alone: an event but for what it says, which nobody knows before it is fetched. */
export interface HandedFile {
  readonly kind: 'file'
  readonly event: Omit<InboundEvent, 'body'>
  readonly chat: Chat
  readonly file: SealedFile
}

const sealed = z.object({
  file: z.object({ url: z.string().min(1).max(10_000), aeskey: z.string().min(1).max(500) }),
})

/** Null where a message brings none that could be fetched. */
export function readFile(message: unknown): SealedFile | null {
  return sealed.safeParse(message).data?.file ?? null
}
