import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { closeAll, refusal } from '../../shared/web-sockets.ts'
import type { Settings } from '../settings.ts'
import { type Frame, parsedReply, type Reply, systemFrame } from './frames.ts'

const noticeMs = 10_000

/** One web socket of the app, with what it asked to hear when it got its ticket. */
export interface Connection {
  readonly id: string
  readonly topics: ReadonlySet<string>
  readonly socket: WebSocket
}

/** The web sockets that the app holds. */
export interface Connections {
  readonly count: number
  /** For a gateway call that subscribed to these topics; good once, and not for long. */
  issueTicket(topics: ReadonlySet<string>): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** To one connection that hears the topic, chosen by chance; null when there is none. */
  send(topic: string, frame: Frame): Connection | null
  /** Any text at all, on every open connection. */
  sendRaw(text: string): void
  /** Tells that it is over, sends nothing more there, and closes it after a while. */
  disconnect(options?: { readonly which?: 'one' | 'all'; readonly noticeMs?: number }): void
  /** Cuts them all without a word. */
  drop(): void
  close(): Promise<void>
}

interface Door {
  readonly settings: Settings
  readonly tempers: { readonly refusesConnections: boolean; readonly silent: boolean }
  readonly onOpen: (topics: ReadonlySet<string>) => void
  readonly onReply: (reply: Reply, connection: Connection) => void
  readonly onClosed: (connection: Connection) => void
  readonly onMistake: (mistake: string) => void
}

interface Ticket {
  readonly topics: ReadonlySet<string>
  readonly issuedAt: number
}

export function openConnections({ settings, tempers, onOpen, onReply, onClosed, onMistake }: Door): Connections {
  // Pongs are sent by hand: a server that has gone silent sends none.
  const server = new WebSocketServer({ noServer: true, autoPong: false })
  const tickets = new Map<string, Ticket>()
  const open = new Set<Connection>()
  const leaving = new Set<Connection>()
  const pings = setInterval(() => {
    for (const connection of open) tell(connection, systemFrame('ping', connection.id, { opaque: connection.id }))
  }, settings.pingEveryMs)

  function tell({ socket }: Connection, frame: Frame): void {
    if (!tempers.silent) socket.send(JSON.stringify(frame))
  }

  function takeIn(socket: WebSocket, topics: ReadonlySet<string>): void {
    const connection: Connection = { id: randomUUID(), topics, socket }
    open.add(connection)
    socket.on('error', () => socket.terminate())
    socket.on('ping', data => {
      if (!tempers.silent) socket.pong(data)
    })
    socket.on('message', data => hear(String(data), connection))
    socket.on('close', () => {
      open.delete(connection)
      leaving.delete(connection)
      onClosed(connection)
    })
    for (const topic of ['CONNECTED', 'REGISTERED']) tell(connection, systemFrame(topic, connection.id, {}))
    onOpen(topics)
  }

  function hear(text: string, connection: Connection): void {
    const reply = parsedReply(text)
    if (typeof reply === 'string') onMistake(reply)
    else onReply(reply, connection)
  }

  function dismiss(connection: Connection, afterMs: number): void {
    leaving.add(connection)
    tell(connection, systemFrame('disconnect', connection.id, { reason: 'connection is expired' }))
    const closing = setTimeout(() => connection.socket.close(), afterMs)
    connection.socket.on('close', () => clearTimeout(closing))
  }

  function staying(): readonly Connection[] {
    return [...open].filter(each => each.socket.readyState === each.socket.OPEN && !leaving.has(each))
  }

  function takeTicket(request: IncomingMessage): Ticket | null {
    const id = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? ''
    const ticket = tickets.get(id)
    tickets.delete(id)
    return ticket === undefined || settings.realNow() - ticket.issuedAt >= settings.ticketLifeMs ? null : ticket
  }

  return {
    get count() {
      return open.size
    },
    issueTicket(topics) {
      const id = randomUUID()
      tickets.set(id, { topics, issuedAt: settings.realNow() })
      return id
    },
    upgrade(request, socket, head) {
      if (tempers.refusesConnections) return void socket.end(refusal('503 Service Unavailable'))
      const ticket = takeTicket(request)
      if (ticket === null) return void socket.end(refusal('401 Unauthorized'))
      server.handleUpgrade(request, socket, head, opened => takeIn(opened, ticket.topics))
    },
    send(topic, frame) {
      const hearing = staying().filter(({ topics }) => topics.has(topic))
      const chosen = hearing[Math.floor(settings.random() * hearing.length)]
      if (chosen === undefined) return null
      tell(chosen, frame)
      return chosen
    },
    sendRaw(text) {
      for (const { socket } of open) socket.send(text)
    },
    disconnect({ which = 'all', noticeMs: afterMs = noticeMs } = {}) {
      for (const connection of which === 'one' ? staying().slice(0, 1) : staying()) dismiss(connection, afterMs)
    },
    drop() {
      for (const { socket } of open) socket.terminate()
    },
    async close() {
      clearInterval(pings)
      await closeAll(server)
    },
  }
}
