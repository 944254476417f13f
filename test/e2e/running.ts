import { fromMonday, preparedFolder } from './furnish.ts'
import type { Server, Settings } from './server.ts'
import { follow, goTo, type Timed } from './team-time.ts'

/** Bellwether on a platform of its own, in one process after another. */
export interface Running extends AsyncDisposable {
  readonly dataDir: string
  /** The process of the moment. */
  readonly server: Server
  /** Another process on the same data, when the one before has ended. */
  restart(): Promise<void>
  /** A wall time so many days after the Monday that was still to come at the start. */
  at(days: number, time: `${number}:${number}`): Date
  /** Moves the team's time to then, on both sides of the wire. */
  goTo(days: number, time: `${number}:${number}`): Promise<void>
}

/** Starts it; its end is that of the platform's side too, which throws for what the platform would have refused. */
export async function run(
  side: Timed & { close(): Promise<void> },
  start: (settings: Settings) => Promise<Server>,
): Promise<Running> {
  const dataDir = await preparedFolder()
  let server = await start({ DATA_DIR: dataDir })
  const begun = new Date()
  const at: Running['at'] = (days, time) => fromMonday(begun, days, time)
  // On whichever day of the week this runs, nothing happens before that Monday.
  const sunday = at(-1, '23:30')
  if (begun < sunday) await goTo(side, server, sunday)
  return {
    dataDir,
    get server() {
      return server
    },
    async restart() {
      server = await start({ DATA_DIR: dataDir })
      await follow(side, server)
    },
    at,
    goTo: (days, time) => goTo(side, server, at(days, time)),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await side.close()
    },
  }
}
