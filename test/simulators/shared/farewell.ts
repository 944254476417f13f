import type { WebSocket } from 'ws'

const farewellMs = 200

/** Closes politely, and cuts who does not answer. */
export async function farewell(socket: WebSocket): Promise<void> {
  await new Promise<void>(resolve => {
    const cut = setTimeout(() => socket.terminate(), farewellMs)
    socket.once('close', () => {
      clearTimeout(cut)
      resolve()
    })
    socket.close(1001)
  })
}
