import type { WebSocket, WebSocketServer } from 'ws'

const farewellMs = 200

/** Ends a server of web sockets when all of them are closed. */
export async function closeAll(server: WebSocketServer): Promise<void> {
  await Promise.all([...server.clients].map(farewell))
  server.close()
}

/** Closes politely, and cuts who does not answer. */
async function farewell(socket: WebSocket): Promise<void> {
  await new Promise<void>(resolve => {
    const cut = setTimeout(() => socket.terminate(), farewellMs)
    socket.once('close', () => {
      clearTimeout(cut)
      resolve()
    })
    socket.close(1001)
  })
}

/** What is answered to who may not open a web socket. */
export function refusal(status: '401 Unauthorized' | '503 Service Unavailable'): string {
  return `HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`
}
