import type { Server } from 'node:http'
import type { Plans } from './plans.ts'
import type { Recording } from './recording.ts'
import { stop } from './server.ts'
import type { TeamTime } from './team-time.ts'

interface Parts<Call, Failure> {
  /** What people call it. */
  readonly platform: string
  readonly server: Server
  readonly time: TeamTime
  readonly recording: Recording<Call>
  readonly tempers: Plans<Failure> & { refusesConnections: boolean }
  readonly connections: { readonly count: number; drop(): void; close(): Promise<void> }
  /** Gives up what is still to be delivered. */
  forget?(): void
}

/** What a test can do with any platform's side, and `own`, what it can do with this one alone. */
export function simulator<Call, Failure, Own extends object>(parts: Parts<Call, Failure>, own: Own) {
  const { time, recording, tempers, connections } = parts
  return joined(own, {
    /** Ends it; throws when the app did what the platform would have refused, or a planned failure was never met. */
    close: () => close(parts),

    /** The team's time. */
    get now() {
      return time.now
    },
    set now(now: () => Date) {
      time.set(now)
    },

    calls: recording.calls,
    /** What was refused as mistakes of the program so far; taken here, `close` does not throw for it. */
    takeUnexpected: () => recording.unexpected.splice(0),
    failNext: tempers.failNext,

    get connectionCount() {
      return connections.count
    },
    dropsConnections: connections.drop,
    /** From now on, or until told otherwise, no web socket can be opened. */
    refuseConnections(refused: boolean) {
      tempers.refusesConnections = refused
    },
  })
}

async function close<Call, Failure>(parts: Parts<Call, Failure>): Promise<void> {
  const { platform, server, recording, tempers, connections } = parts
  parts.forget?.()
  await connections.close()
  await stop(server)
  const faults = [...recording.unexpected, ...tempers.unused()]
  if (faults.length > 0) throw new Error(`${platform}'s side was not used as expected:\n${faults.join('\n')}`)
}

/** Both in one. What either works out when it is asked stays so: a spread would ask once and keep the answer. */
function joined<Own extends object, More extends object>(own: Own, more: More): Own & More {
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(more)) as Own & More
}
