import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Json } from '../shared/json.ts'
import type { Side } from './side.ts'

/** What people send that is not text; bytes are what the app gets when it downloads it. */
export type Sending =
  | { readonly kind: 'image' | 'video'; readonly bytes?: Uint8Array }
  /** WeCom writes down what was spoken to the bot. */
  | { readonly kind: 'voice'; readonly recognition: string; readonly bytes?: Uint8Array }
  | { readonly kind: 'file'; readonly name: string; readonly bytes?: Uint8Array; readonly odd?: Oddity }

/** How a file for the bot may be wrong, or come without a name. */
export type Oddity = 'expired' | 'nameless' | 'another key' | 'elsewhere'

/** Words with pictures between them: the only way to send a picture to the bot in a group. */
export type Mixed = readonly (string | { readonly picture: Uint8Array })[]

const nothing = new Uint8Array([0])
const block = 32
/** So long WeCom lends what people sent to the bot. */
export const lentForMs = 300_000

/** As the bot is told of it: bytes lie encrypted at an address, speech comes as words. */
export function botContent(side: Side, sending: Sending): Json {
  const { kind } = sending
  if (kind === 'voice') return { msgtype: 'voice', voice: { content: sending.recognition } }
  if (kind !== 'file') return { msgtype: kind, [kind]: placed(side, kind, kind, sending.bytes) }
  return { msgtype: 'file', file: placed(side, sending.name, kind, sending.bytes, sending.odd) }
}

export function mixedContent(side: Side, parts: Mixed): Json {
  const msg_item = parts.map(part =>
    typeof part === 'string'
      ? { msgtype: 'text', text: { content: part } }
      : { msgtype: 'image', image: placed(side, 'picture', 'image', part.picture) },
  )
  return { msgtype: 'mixed', mixed: { msg_item } }
}

/** Returns where it lies, and the key. */
function placed(side: Side, name: string, type: string, content: Uint8Array = nothing, odd?: Oddity): Json {
  const key = randomBytes(block)
  const id = side.newId('file')
  const at = odd === 'expired' ? new Date(side.now().getTime() - lentForMs) : side.now()
  const shown = odd === 'nameless' ? '' : name
  const sealed = encrypted(content, key)
  side.corp.media.set(id, { name: shown, type, content: sealed, owner: 'person', at })
  const origin = odd === 'elsewhere' ? 'https://files.example.invalid' : side.origin
  const told = odd === 'another key' ? keyThatFails(sealed) : key
  return { url: `${origin}/files/${id}`, aeskey: told.toString('base64') }
}

/** One in some hundred keys makes something of what another one sealed. */
function keyThatFails(sealed: Uint8Array): Buffer {
  for (;;) {
    const key = randomBytes(block)
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const filling = Buffer.concat([decipher.update(sealed), decipher.final()]).at(-1) ?? 0
    if (filling === 0 || filling > block) return key
  }
}

function encrypted(content: Uint8Array, key: Buffer): Uint8Array {
  const short = block - (content.length % block)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([content, Buffer.alloc(short, short)])), cipher.final()])
}

/** As the app is told of it: everything is fetched by its media id. */
export function appContent(side: Side, sending: Sending): { readonly [name: string]: string } {
  const { kind, bytes: content = nothing } = sending
  const name = kind === 'file' ? sending.name : kind
  const MediaId = side.newId('media')
  side.corp.media.set(MediaId, { name, type: kind, content, owner: 'app', at: side.now() })
  return { MsgType: kind, MediaId, ...(kind === 'voice' ? { Format: 'amr' } : {}), MsgId: side.newId('') }
}
