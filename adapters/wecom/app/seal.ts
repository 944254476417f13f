import { timingSafeEqual } from 'node:crypto'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'

/** What the app's callback is protected with, as it stands under 接收消息. */
export interface Seal {
  readonly token: string
  readonly aesKey: string
  readonly corpId: string
}

/** What stands in the address of every call. */
export interface Signed {
  readonly signature: string | null
  /** Seconds. */
  readonly timestamp: string | null
  readonly nonce: string | null
}

export type Verdict = 'ok' | 'missing' | 'stale' | 'future' | 'forged'

const TOLERANCE_SECONDS = 5 * 60
/** Far more than WeCom ever writes there. */
const MOST_CHARACTERS = 200

/** Whether the call is of these minutes. Before its body is read. */
export function judgeTime({ signature, timestamp, nonce }: Signed, now: Date): Verdict {
  if (signature === null || timestamp === null || nonce === null) return 'missing'
  if (!/^\d{1,12}$/.test(timestamp) || nonce.length > MOST_CHARACTERS) return 'missing'
  const aheadSeconds = Number(timestamp) - now.getTime() / 1000
  if (aheadSeconds < -TOLERANCE_SECONDS) return 'stale'
  return aheadSeconds > TOLERANCE_SECONDS ? 'future' : 'ok'
}

/**
 * What was sealed, if WeCom sealed it for our company; null when it did not, or when it is not whole. A call that is played
 * back within the minutes passes, and is harmless: it is the same event.
 */
export function unseal({ token, aesKey, corpId }: Seal, signed: Signed, sealed: string): string | null {
  const { signature, timestamp, nonce } = signed
  if (signature === null || timestamp === null || nonce === null) return null
  if (!same(getSignature(token, timestamp, nonce, sealed), signature)) return null
  return opened(aesKey, corpId, sealed)
}

/** The library neither looks at the padding nor at the length nor for whom it is: only what it would seal alike is whole. */
function opened(aesKey: string, corpId: string, sealed: string): string | null {
  try {
    const { message, id, random } = decrypt(aesKey, sealed)
    const again = Buffer.from(encrypt(aesKey, message, id, random), 'base64')
    return id === corpId && again.equals(Buffer.from(sealed, 'base64')) ? message : null
  } catch {
    return null
  }
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
