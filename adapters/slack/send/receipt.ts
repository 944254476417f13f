import { z } from 'zod'
import type { Receipt } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'

/** Where a message of ours stands. */
export interface Standing {
  /** The channel in which it is, which for a direct message is not the person's id. */
  readonly channel: string
  readonly ts: string
  /** The delivery with which it was posted first. */
  readonly key: string
}

const standing = z.object({ channel: z.string(), ts: z.string(), key: z.string() })

export function receiptOf(message: Standing): Receipt {
  return { ...message }
}

/** Nobody can get hold of a whisper again. */
export function whisperReceipt(channel: string): Receipt {
  return { channel, whisper: 'yes' }
}

/** Throws where there is nothing to get hold of. */
export function standingOf(receipt: Receipt): Standing {
  const read = standing.safeParse(receipt)
  if (!read.success) throw new PlatformError('unreachable', 'a whisper cannot be changed')
  return read.data
}

/** The `ts` of a message to continue in its thread, or null where there is none, as after a whisper. */
export function threadOf(receipt: Receipt | undefined): string | null {
  return receipt?.['ts'] ?? null
}
