import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'

/** Keeps words so that nobody reads them in the database or in a backup of it. */
export interface Sealing {
  /** `about` is not kept; it must be told again to open: so nothing sealed can be taken for something else. */
  seal(words: string, about: string): string
  /** Null when it was sealed with another key, about something else, or was changed. */
  open(sealed: string, about: string): string | null
}

const algorithm = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** AES-256 in Galois/Counter Mode: nonce, tag and words, in Base64. */
export function sealingWith(key: Uint8Array): Sealing {
  if (key.length !== keyBytes) throw new RangeError(`a key has ${keyBytes} bytes`)
  const secret = createSecretKey(key)
  const newNonce = nonces()
  return {
    seal(words, about) {
      const nonce = newNonce()
      const cipher = createCipheriv(algorithm, secret, nonce)
      cipher.setAAD(Buffer.from(about))
      const parts = [cipher.update(words, 'utf8'), cipher.final()]
      return Buffer.concat([nonce, cipher.getAuthTag(), ...parts]).toString('base64')
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < nonceBytes + tagBytes) return null
      const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(about))
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
      const body = decipher.update(bytes.subarray(nonceBytes + tagBytes))
      try {
        return Buffer.concat([body, decipher.final()]).toString('utf8')
      } catch {
        // Node tells by an error of no code of its own that the tag does not fit.
        return null
      }
    },
  }
}

/** Random, and drawn many at a time: a draw costs more than what is sealed with it. */
function nonces(): () => Uint8Array {
  let drawn = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used === drawn.length) {
      drawn = randomBytes(nonceBytes * 256)
      used = 0
    }
    used += nonceBytes
    return drawn.subarray(used - nonceBytes, used)
  }
}

export function newKey(): string {
  return randomBytes(keyBytes).toString('base64')
}

/** 32 bytes in Base64 or as 64 hexadecimal digits; null for anything else. */
export function readKey(text: string): Uint8Array | null {
  const plain = text.trim()
  if (/^[\da-f]{64}$/i.test(plain)) return Buffer.from(plain, 'hex')
  return /^[A-Za-z\d+/]{43}=$/.test(plain) ? Buffer.from(plain, 'base64') : null
}
