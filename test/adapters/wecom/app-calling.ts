import { encrypt, getSignature } from '@wecom/crypto'
import { type AppDoorParts, createAppDoor } from '../../../adapters/wecom/app/door.ts'
import type { AppHeard } from '../../../adapters/wecom/decode/app.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'

export const start = new Date('2026-11-23T01:00:00Z')
export const seal = { token: 'QDG6eK', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', corpId: 'wwcorp' }
const nonce = '1372623149'

export interface Sealing {
  readonly at?: number
  readonly token?: string
  readonly corpId?: string
}

/** Seals as WeCom does. */
export const sealed = (message: string, corpId = seal.corpId) => encrypt(seal.aesKey, message, corpId)

/** The address of a call in which that was sealed. */
export function addressOf(cipher: string, { at = start.getTime() / 1000, token = seal.token }: Sealing = {}): URL {
  const url = new URL('http://here/wecom/callback')
  url.searchParams.set('msg_signature', getSignature(token, at, nonce, cipher))
  url.searchParams.set('timestamp', `${at}`)
  url.searchParams.set('nonce', nonce)
  return url
}

export const wrapped = (cipher: string) =>
  `<xml><ToUserName><![CDATA[${seal.corpId}]]></ToUserName><Encrypt><![CDATA[${cipher}]]></Encrypt><AgentID>1000002</AgentID></xml>`

export const postTo = (url: URL, body: string) => new Request(url, { method: 'POST', body })

/** A call that says this, as WeCom makes it. */
export function called(message: string, sealing: Sealing = {}): Request {
  const cipher = sealed(message, sealing.corpId)
  return postTo(addressOf(cipher, sealing), wrapped(cipher))
}

/** What Li writes to the app. */
export const written = (text: string, id = '1234567890123456789') =>
  `<xml><ToUserName><![CDATA[${seal.corpId}]]></ToUserName><FromUserName><![CDATA[LiNa]]></FromUserName>` +
  `<CreateTime>${start.getTime() / 1000}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
  `<Content><![CDATA[${text}]]></Content><MsgId>${id}</MsgId><AgentID>1000002</AgentID></xml>`

/** A key of ours begins with `do:`. */
export const readKey = (key: string) => (key.startsWith('do:') ? { actionId: key.slice(3) } : null)

export function openAppDoor(wanted: Partial<AppDoorParts> = {}) {
  const heard: AppHeard[] = []
  const lines: string[] = []
  const clock = new MovableClock({ frozenAt: start })
  const log = createLog('debug', { write: line => lines.push(line) })
  const hear = async (it: AppHeard) => void heard.push(it)
  return { heard, lines, clock, door: createAppDoor({ seal, readKey, hear, clock, log, ...wanted }) }
}
