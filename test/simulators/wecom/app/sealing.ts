import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import type { Settings } from '../settings.ts'
import { drawnXml, textIn } from './xml.ts'

/** How a call is sealed; whatever differs from the usual makes a forged, stale or foreign one. */
export interface SealOptions {
  /** Unix seconds. */
  readonly at?: number
  readonly nonce?: string
  readonly token?: string
  readonly aesKey?: string
  /** The company for which it is sealed. */
  readonly corpId?: string
  /** Only so many characters of the ciphertext are sent, and rightly signed. */
  readonly truncatedTo?: number
  readonly signature?: string
}

export interface Sealed {
  readonly encrypted: string
  readonly query: URLSearchParams
}

export function sealed(settings: Settings, words: string, options: SealOptions, nonce: string): Sealed {
  const { token = settings.callbackToken, aesKey = settings.callbackAesKey, corpId = settings.corpId } = options
  const whole = encrypt(aesKey, words, corpId)
  const encrypted = options.truncatedTo === undefined ? whole : whole.slice(0, options.truncatedTo)
  const timestamp = String(options.at ?? Math.floor(settings.realNow() / 1_000))
  const used = options.nonce ?? nonce
  const msg_signature = options.signature ?? getSignature(token, timestamp, used, encrypted)
  return { encrypted, query: new URLSearchParams({ msg_signature, timestamp, nonce: used }) }
}

/** The body of a call. */
export function envelope({ corpId, agentId }: Settings, encrypted: string): string {
  return drawnXml({ ToUserName: corpId, Encrypt: encrypted, AgentID: String(agentId) })
}

/** What the app answered within its envelope, or in words what is wrong with it. */
export function unsealed(settings: Settings, body: string): { readonly xml: string } | string {
  const [encrypted, signature, timestamp, nonce] = ['Encrypt', 'MsgSignature', 'TimeStamp', 'Nonce'].map(name =>
    textIn(body, name),
  )
  if (!encrypted || !signature || !timestamp || !nonce) return 'The answer to a callback is no envelope'
  if (getSignature(settings.callbackToken, timestamp, nonce, encrypted) !== signature) {
    return 'The answer to a callback is signed wrongly'
  }
  const { message, id } = decrypt(settings.callbackAesKey, encrypted)
  return id === settings.corpId ? { xml: message } : 'The answer to a callback is for another company'
}
