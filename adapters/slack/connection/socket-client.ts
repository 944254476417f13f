import { SocketModeClient, type SocketModeOptions } from '@slack/socket-mode'
import { z } from 'zod'
import { jsonText } from '../../shared/json.ts'
import type { LinkClient } from '../../shared/link-course.ts'

const hello = z.object({ type: z.literal('hello') })
const disconnect = z.object({ type: z.literal('disconnect'), reason: z.string().default('unknown') })
const envelope = z.object({
  envelope_id: z.string(),
  type: z.string(),
  payload: z.unknown().optional(),
  accepts_response_payload: z.boolean().default(false),
  retry_attempt: z.number().default(0),
  retry_reason: z.string().default(''),
})
const frame = jsonText.pipe(z.union([hello, disconnect, envelope]))

export type Envelope = z.infer<typeof envelope>

export interface Hearing {
  onDisconnect(reason: string): void
  onEnvelope(envelope: Envelope): void
  onUnreadable(): void
}

/**
 * Slack's client for opening a connection and its heartbeats. Frames are ours: the client itself leaves at once when Slack
 * announces a disconnect, with answers still owed, and throws where nobody catches over an envelope without an event.
 */
export class SocketClient extends SocketModeClient implements LinkClient {
  #hearing: Hearing

  constructor(options: SocketModeOptions, hearing: Hearing) {
    super(options)
    this.#hearing = hearing
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const read = frame.safeParse(data)
    if (!read.success) this.#hearing.onUnreadable()
    else if ('envelope_id' in read.data) this.#hearing.onEnvelope(read.data)
    else if (read.data.type === 'disconnect') this.#hearing.onDisconnect(read.data.reason)
    else await super.onWebSocketMessage(data, isBinary)
  }

  /** False when the connection is gone; Slack then sends an event again on another. */
  acknowledge({ envelope_id, accepts_response_payload }: Envelope, answer: object = {}): boolean {
    const { websocket } = this
    if (!websocket?.isActive()) return false
    let failure: unknown
    const payload = accepts_response_payload ? answer : {}
    websocket.send(JSON.stringify({ envelope_id, payload }), error => {
      failure = error
    })
    return failure === undefined
  }

  /** We have said goodbye and wait for theirs. */
  get isClosing(): boolean {
    return this.websocket?.readyState === WebSocket.CLOSING
  }

  get joined(): boolean {
    return this.websocket !== undefined
  }

  hangUp(): void {
    this.websocket?.disconnect()
  }

  /** Asked a second time for the end, it does not wait for the other side. */
  cut(): void {
    this.hangUp()
  }
}
