import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { closeAll, refusal } from '../shared/web-sockets.ts'
import type { Settings } from './settings.ts'

const mostConnections = 10
const host = 'applink-simulated'

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled'

/** How long Slack leaves a connection open after it has announced to close it. */
const noticeMs: Readonly<Record<DisconnectReason, number>> = {
  warning: 10_000,
  refresh_requested: 2_000,
  link_disabled: 0,
}

/** The web sockets that the app holds. */
export interface Connections {
  readonly count: number
  issueTicket(): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** To one open connection, chosen by chance; false when none is open. */
  send(frame: string): boolean
  disconnect(reason: DisconnectReason, options?: { readonly which?: 'one' | 'all'; readonly noticeMs?: number }): void
  /** Cuts them all without a word. */
  drop(): void
  close(): Promise<void>
}

interface Listeners {
  readonly refuses: () => boolean
  readonly onOpen: () => void
  readonly onFrame: (frame: string) => void
}

interface Door extends Listeners {
  readonly settings: Settings
  readonly appId: string
}

export function openConnections({ settings, appId, refuses, onOpen, onFrame }: Door): Connections {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const open = new Set<WebSocket>()
  /** Told to go: they still hear, but only when no other connection can. */
  const leaving = new Set<WebSocket>()
  const pings = setInterval(() => {
    for (const socket of open) socket.ping(`Ping from ${host}`)
  }, settings.pingEveryMs)

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate())
    if (open.size >= mostConnections) sendAway(socket)
    else takeIn(socket)
  }

  function sendAway(socket: WebSocket): void {
    const reason = 'too_many_websockets'
    socket.send(JSON.stringify({ type: 'disconnect', reason, num_connections: open.size, debug_info: { host } }))
    socket.close()
  }

  function takeIn(socket: WebSocket): void {
    open.add(socket)
    socket.on('close', () => {
      open.delete(socket)
      leaving.delete(socket)
    })
    socket.on('message', data => onFrame(String(data)))
    const debug_info = { host, build_number: 1, approximate_connection_time: 18_060 }
    const connection_info = { app_id: appId }
    socket.send(JSON.stringify({ type: 'hello', num_connections: open.size, debug_info, connection_info }))
    onOpen()
  }

  function dismiss(socket: WebSocket, reason: DisconnectReason, afterMs: number): void {
    leaving.add(socket)
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host } }))
    const closing = setTimeout(() => socket.close(), afterMs)
    socket.on('close', () => clearTimeout(closing))
  }

  function ready(): readonly WebSocket[] {
    const hearing = [...open].filter(socket => socket.readyState === socket.OPEN)
    const staying = hearing.filter(socket => !leaving.has(socket))
    return staying.length > 0 ? staying : hearing
  }

  return {
    get count() {
      return open.size
    },
    issueTicket() {
      const ticket = randomUUID()
      tickets.add(ticket)
      return ticket
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? ''
      if (refuses()) socket.end(refusal('503 Service Unavailable'))
      else if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, welcome)
      else socket.end(refusal('401 Unauthorized'))
    },
    send(frame) {
      const sockets = ready()
      const chosen = sockets[Math.floor(settings.random() * sockets.length)]
      chosen?.send(frame)
      return chosen !== undefined
    },
    disconnect(reason, { which = 'all', noticeMs: afterMs = noticeMs[reason] } = {}) {
      const staying = [...open].filter(socket => !leaving.has(socket))
      for (const socket of which === 'one' ? staying.slice(0, 1) : staying) dismiss(socket, reason, afterMs)
    },
    drop() {
      for (const socket of open) socket.terminate()
    },
    async close() {
      clearInterval(pings)
      await closeAll(server)
    },
  }
}
