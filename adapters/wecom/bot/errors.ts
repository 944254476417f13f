import { z } from 'zod'
import { PlatformError, type PlatformErrorKind } from '../../../src/platform/errors.ts'
import { fromRefusal, type Twice } from '../errors.ts'

/** What WeCom's codes mean on the connection; the others mean what they mean everywhere. */
const meanings: Readonly<Record<number, { readonly kind: PlatformErrorKind; readonly why: string }>> = {
  846605: { kind: 'reply-expired', why: 'nothing waits for this answer' },
  846608: { kind: 'reply-expired', why: 'it is too late for this answer' },
  93006: { kind: 'unreachable', why: 'nobody has spoken to the bot in this chat, or it is no longer there' },
  // Seen in the same place; what they mean is not documented.
  93001: { kind: 'unreachable', why: 'not in this chat' },
  93008: { kind: 'unreachable', why: 'not in this chat' },
}

/** The client rejects with the frame itself where WeCom said no. */
const refusal = z.object({ errcode: z.number().int() })

/** Whatever the client rejected with, in our terms. Says WeCom's code, never what was sent. */
export function fromRejection(cmd: string, rejection: unknown, twice: Twice): PlatformError {
  const read = refusal.safeParse(rejection)
  if (read.success) {
    const { errcode } = read.data
    const known = meanings[errcode]
    return known ? new PlatformError(known.kind, `${cmd}: ${errcode}: ${known.why}`) : fromRefusal(cmd, { errcode })
  }
  if (rejection instanceof Error && rejection.message.startsWith('WebSocket not connected')) return notConnected(cmd)
  return new PlatformError(twice === 'says' ? 'uncertain' : 'unavailable', `${cmd}: no answer`)
}

export function notConnected(cmd: string): PlatformError {
  return new PlatformError('unavailable', `${cmd}: the bot is not connected`)
}
