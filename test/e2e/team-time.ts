import { roomClient } from './room-client.ts'
import type { Server } from './server.ts'

/** A platform's side whose time is the team's. */
export interface Timed {
  now: () => Date
}

/** Moves the team's time, on both sides of the wire. */
export async function goTo(side: Timed, server: Server, to: Date): Promise<void> {
  await roomClient(server.base).goTo(to)
  await follow(side, server)
}

/** The platform's time is that of the team. */
export async function follow(side: Timed, server: Server): Promise<void> {
  const offset = (await roomClient(server.base).now()).getTime() - Date.now()
  side.now = () => new Date(Date.now() + offset)
}
