import { createWeb, listen } from '../../src/web/server.ts'
import { quiet } from '../store/fixture.ts'
import type { Talk } from '../talk.ts'

/** The doors of a talk's house, open on a port of their own. */
export interface OpenRoom extends AsyncDisposable {
  readonly base: string
  readonly port: number
}

export async function openRoom({ house, store }: Talk, options: { token?: string } = {}): Promise<OpenRoom> {
  const { token = null } = options
  const startedAt = new Date()
  const web = createWeb({ log: quiet, startedAt, ping: () => store.ping(), room: { house: house.room, token } })
  const { port, close } = await listen(web, { host: '127.0.0.1', port: 0 })
  return { base: `http://127.0.0.1:${port}`, port, [Symbol.asyncDispose]: close }
}
