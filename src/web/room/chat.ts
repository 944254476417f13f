import { setTimeout as sleep } from 'node:timers/promises'
import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { RoomHouse } from './room.ts'

const heartbeatEvery = 20_000

/** What is said, done and handed in, and being told when something was said. */
export function addChat(app: Hono, house: RoomHouse): void {
  app.post('/room/api/messages', c => house.webhook(c.req.raw))
  app.post('/room/api/actions', c => house.webhook(c.req.raw))
  app.post('/room/api/files', c => house.webhook(c.req.raw))
  app.get('/room/api/messages', c => house.history(c.req.raw))

  app.get('/room/api/stream', c => {
    const viewer = c.req.query('viewer') ?? ''
    return streamSSE(c, async stream => {
      const stop = house.subscribe(({ channel, to }) => {
        const mine = channel.startsWith('dm:') ? channel === `dm:${viewer}` : to === null || to === viewer
        if (mine) void stream.writeSSE({ event: 'change', data: JSON.stringify({ channel }) })
      })
      stream.onAbort(stop)
      // The first word opens the connection for the browser; the beats keep proxies from closing a quiet one.
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'beat', data: '' })
        // The connection keeps the process alive, this wait does not: it would put off a stop.
        await sleep(heartbeatEvery, undefined, { ref: false })
      }
      stop()
    })
  })
}
