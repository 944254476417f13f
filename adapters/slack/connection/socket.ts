import type { Log } from '../../../src/base/log.ts'
import { type Ended, supervise } from '../../shared/supervise.ts'
import { within } from '../../shared/wait.ts'
import { type Link, type LinkParts, openLink } from './socket-link.ts'

export interface SocketParts extends LinkParts {
  /** From 0 up to 1. */
  random(): number
}

/** Slack gives each payload to one of them, so that while one is renewed the other hears. */
const CONNECTIONS = 2
/** After it has announced a disconnect, Slack leaves the connection open for about so long. */
const LINGER_MS = 10_000

/** Socket Mode. Resolves when `signal` aborts and all is closed, or when Slack refuses us for good; never rejects. */
export async function listenOnSockets(parts: SocketParts, signal: AbortSignal): Promise<void> {
  const { log, random } = parts
  const refusal = new AbortController()
  const until = AbortSignal.any([signal, refusal.signal])
  const farewells = new Set<Promise<void>>()

  async function connect(stop: AbortSignal): Promise<Ended> {
    const link = openLink(parts)
    // In the background: the next connection need not wait until this one has said what it still owes.
    const farewell = seeOff(link, stop).finally(() => farewells.delete(farewell))
    farewells.add(farewell)
    return link.ended
  }

  async function keep(): Promise<void> {
    const outcome = await supervise({ connect, log, random }, until)
    if (outcome === 'stopped' || refusal.signal.aborted) return
    refusal.abort()
    complain(log, outcome.why)
  }

  await Promise.all(Array.from({ length: CONNECTIONS }, keep))
  await Promise.all(farewells)
}

async function seeOff(link: Link, stop: AbortSignal): Promise<void> {
  const leave = () => void link.close()
  stop.addEventListener('abort', leave, { once: true })
  const { kind } = await link.ended
  if (kind === 'planned') await within(link.closed, LINGER_MS, 'late')
  await link.close()
  stop.removeEventListener('abort', leave)
}

function complain(log: Log, why: string): void {
  const todo =
    why === 'link_disabled'
      ? "switch on Socket Mode in the app's settings, then start again"
      : 'put an app-level token (xapp-) with the scope connections:write in SLACK_APP_TOKEN, then start again'
  log.error({ why, todo }, 'slack refuses the connection: slack stays off until the next start')
}
