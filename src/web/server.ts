import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { newReference } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import { refuse } from './errors.ts'
import { guard } from './guard.ts'
import { addHealth, canWrite, type HealthDeps } from './health.ts'
import { addPages } from './pages.ts'
import { addPlatforms, type Webhook } from './platforms.ts'
import { addChat } from './room/chat.ts'
import { addFiles } from './room/files.ts'
import { addPeople } from './room/people.ts'
import { addPictures } from './room/pictures.ts'
import type { RoomHouse } from './room/room.ts'
import { addTime } from './room/time.ts'

export interface WebDeps extends HealthDeps {
  readonly log: Log
  /** Where platforms call us. */
  readonly webhooks?: readonly Webhook[]
  /** Null where the Room is switched off. */
  readonly room: { readonly house: RoomHouse; readonly token: string | null } | null
}

/** The door for browsers and for programs. */
export function createWeb(deps: WebDeps): Hono {
  const app = new Hono()
  addHealth(app, deps)
  // Before the Room's guard: a platform proves itself in its own way.
  addPlatforms(app, deps.webhooks ?? [])
  if (deps.room !== null) {
    const { house, token } = deps.room
    app.use('*', guard(token))
    addPages(app)
    addPeople(app, house)
    addChat(app, house)
    addPictures(app, house)
    addFiles(app, house)
    addTime(app, house)
  }
  app.notFound(c => refuse(c, 404, 'not-found', 'There is nothing here.'))
  app.onError(async (error, c) => {
    if (!(await canWrite(deps))) {
      return refuse(
        c,
        503,
        'unavailable',
        'The database does not answer, so nothing was acknowledged. Try again in a moment.',
      )
    }
    const reference = newReference()
    deps.log.error({ err: error, reference, path: c.req.path }, 'request failed')
    return refuse(c, 500, 'internal', `Something went wrong; nothing was written. Reference ${reference}.`)
  })
  return app
}

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** Rejects when the address cannot be used. */
export async function listen(app: Hono, address: { host: string; port: number }): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server: ServerType = serve({ fetch: app.fetch, hostname: address.host, port: address.port }, info =>
    resolve(info.port),
  )
  server.on('error', reject)
  const port = await promise
  return {
    port,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
