import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { closeAll, refusal } from '../../shared/web-sockets.ts'
import { type Frame, parsedFrame } from './frames.ts'

/** One web socket of the app. */
export interface Connection {
  readonly socket: WebSocket
  /** `over`: another one has taken its place. */
  state: 'new' | 'subscribed' | 'over'
}

/** The web sockets that the app holds; at most one of them is the bot's. */
export interface Connections {
  /** Open ones, subscribed or not. */
  readonly count: number
  /** Whether the bot hears. */
  readonly subscribed: boolean
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** This one is the bot's from now on; returns the one that was. */
  take(connection: Connection): Connection | null
  /** To the bot's connection; false when nothing can go there. */
  send(frame: object): boolean
  /** To one connection, unless WeCom has gone silent. */
  tell(connection: Connection, frame: object): void
  /** Any text at all, on every open connection. */
  sendRaw(text: string): void
  /** Cuts them all without a word. */
  drop(): void
  close(): Promise<void>
}

interface Door {
  readonly tempers: { readonly refusesConnections: boolean; readonly silent: boolean }
  readonly onFrame: (frame: Frame, connection: Connection) => void
  readonly onMistake: (mistake: string) => void
}

export function openConnections({ tempers, onFrame, onMistake }: Door): Connections {
  const server = new WebSocketServer({ noServer: true, autoPong: false })
  const open = new Set<Connection>()
  let bots: Connection | null = null

  function takeIn(socket: WebSocket): void {
    const connection: Connection = { socket, state: 'new' }
    open.add(connection)
    socket.on('error', () => socket.terminate())
    socket.on('ping', data => {
      if (!tempers.silent) socket.pong(data)
    })
    socket.on('message', data => {
      const frame = parsedFrame(String(data))
      if (typeof frame === 'string') onMistake(frame)
      else onFrame(frame, connection)
    })
    socket.on('close', () => {
      open.delete(connection)
      if (bots === connection) bots = null
    })
  }

  function tell({ socket }: Connection, frame: object): void {
    if (!tempers.silent) socket.send(JSON.stringify(frame))
  }

  const hearing = () => (bots?.socket.readyState === bots?.socket.OPEN ? bots : null)

  return {
    get count() {
      return open.size
    },
    get subscribed() {
      return hearing() !== null
    },
    upgrade(request, socket, head) {
      if (tempers.refusesConnections) return void socket.end(refusal('503 Service Unavailable'))
      server.handleUpgrade(request, socket, head, takeIn)
    },
    take(connection) {
      const before = hearing()
      connection.state = 'subscribed'
      bots = connection
      return before === connection ? null : before
    },
    send(frame) {
      const to = hearing()
      if (to === null || tempers.silent) return false
      tell(to, frame)
      return true
    },
    tell,
    sendRaw(text) {
      for (const { socket } of open) socket.send(text)
    },
    drop() {
      for (const { socket } of open) socket.terminate()
    },
    close: () => closeAll(server),
  }
}
