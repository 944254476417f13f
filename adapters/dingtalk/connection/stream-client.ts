import { EventEmitter } from 'node:events'
import { DWClient } from 'dingtalk-stream'
import { z } from 'zod'
import { jsonText } from '../../shared/json.ts'
import type { LinkClient } from '../../shared/link-course.ts'

const frame = z.object({
  type: z.enum(['SYSTEM', 'EVENT', 'CALLBACK']),
  headers: z.looseObject({ topic: z.string().default(''), messageId: z.string().min(1) }),
  data: z.unknown().optional(),
})

/** Something that a person did, and that wants an answer under `messageId`. */
export interface Callback {
  readonly topic: string
  readonly messageId: string
  /** What was within the frame's string. */
  readonly data: unknown
}

export interface Hearing {
  onOpen(): void
  /** Once, also when it never opened. */
  onClosed(why: string): void
  /** DingTalk will close the connection, and sends nothing new on it. */
  onDisconnect(): void
  onCallback(callback: Callback): void
  onUnreadable(): void
  /** The other side gave a sign of life. */
  onSign(): void
}

/**
 * DingTalk's client for the web socket, its pings and the acknowledgement of events. Opening, ends and callbacks are ours: the
 * client itself writes on the console, sees no end that is announced, and throws where nobody catches over a frame that it
 * cannot read.
 */
export class StreamClient extends DWClient implements LinkClient {
  #hearing: Hearing

  constructor(access: { readonly clientId: string; readonly clientSecret: string }, hearing: Hearing) {
    const { clientId, clientSecret } = access
    const options = { clientId, clientSecret, autoReconnect: false, keepAlive: false, debug: false }
    super(options)
    this.#hearing = hearing
  }

  /** @param address - must be one that a web socket can have; with its ticket */
  join(address: string): void {
    Reflect.set(this, 'dw_url', address)
    // It settles only when what it was given is no address: what settles it otherwise is taken off below.
    this._connect().catch(() => this.#hearing.onClosed('bad address'))
    const socket = this.#socket
    if (socket === null) return
    socket.removeAllListeners('open').on('open', () => this.#hearing.onOpen())
    let why = 'closed'
    socket.removeAllListeners('error').on('error', (error: Error) => {
      why = 'code' in error && typeof error.code === 'string' ? error.code : error.name
    })
    socket.on('close', () => this.#hearing.onClosed(why))
    socket.on('ping', () => this.#hearing.onSign())
    socket.on('pong', () => this.#hearing.onSign())
  }

  override onDownStream(data: string): void {
    this.#hearing.onSign()
    // It is a string only by its type.
    const text = String(data)
    const read = jsonText.pipe(frame).safeParse(text)
    if (!read.success) this.#hearing.onUnreadable()
    else if (read.data.type === 'CALLBACK') this.#hear(read.data)
    else if (read.data.type === 'SYSTEM' && read.data.headers.topic === 'disconnect') this.#hearing.onDisconnect()
    else super.onDownStream(text)
  }

  #hear({ headers: { topic, messageId }, data }: z.infer<typeof frame>): void {
    const read = jsonText.safeParse(data)
    if (read.success) {
      this.#hearing.onCallback({ topic, messageId, data: read.data })
      return
    }
    this.#hearing.onUnreadable()
    // Sent again it would be no better.
    this.acknowledge(messageId)
  }

  /** False when the connection is gone. */
  acknowledge(messageId: string, answer: object = {}): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false
    this.socketCallBackResponse(messageId, answer)
    return true
  }

  ping(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.ping()
  }

  get joined(): boolean {
    return this.#socket !== null
  }

  hangUp(): void {
    this.#socket?.close()
  }

  cut(): void {
    this.#socket?.terminate()
  }

  /** The SDK keeps its web socket to itself. */
  get #socket(): Socket | null {
    const socket: unknown = Reflect.get(this, 'socket')
    return isSocket(socket) ? socket : null
  }
}

interface Socket extends EventEmitter {
  readonly readyState: number
  ping(): void
  close(): void
  terminate(): void
}

function isSocket(value: unknown): value is Socket {
  return value instanceof EventEmitter && 'readyState' in value && 'ping' in value && 'terminate' in value
}
