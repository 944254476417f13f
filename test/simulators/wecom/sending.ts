import { createCipheriv, randomBytes } from 'node:crypto'
import type { Json } from '../shared/json.ts'
import type { Side } from './side.ts'

/** What people send that is not text; bytes are what the app gets when it downloads it. */
export type Sending =
  | { readonly kind: 'image' | 'video'; readonly bytes?: Uint8Array }
  /** WeCom writes down what was spoken to the bot. */
  | { readonly kind: 'voice'; readonly recognition: string; readonly bytes?: Uint8Array }
  | { readonly kind: 'file'; readonly name: string; readonly bytes?: Uint8Array }

/** Words with pictures between them: the only way to send a picture to the bot in a group. */
export type Mixed = readonly (string | { readonly picture: Uint8Array })[]

const nothing = new Uint8Array([0])
const block = 32

/** As the bot is told of it: bytes lie encrypted at an address, speech comes as words. */
export function botContent(side: Side, sending: Sending): Json {
  if (sending.kind === 'voice') return { msgtype: 'voice', voice: { content: sending.recognition } }
  const name = sending.kind === 'file' ? sending.name : sending.kind
  return { msgtype: sending.kind, [sending.kind]: placed(side, name, sending.kind, sending.bytes) }
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
function placed(side: Side, name: string, type: string, content: Uint8Array = nothing): Json {
  const key = randomBytes(block)
  const id = side.newId('file')
  side.corp.media.set(id, { name, type, content: encrypted(content, key), owner: 'person', at: side.now() })
  return { url: `${side.origin}/files/${id}`, aeskey: key.toString('base64') }
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
