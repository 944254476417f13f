import type { Log } from '../../src/base/log.ts'
import { within } from '../../src/base/wait.ts'
import type { PlatformId } from '../../src/platform/events.ts'
import { type Ended, supervise } from './supervise.ts'

/** One connection, from its opening to its end. */
export interface Link {
  /** How it ended, or is about to: after a planned end it still hears until it is closed. */
  readonly ended: Promise<Ended>
  readonly closed: Promise<void>
  /** Takes nothing new, lets what is running be acknowledged, and hangs up. Never rejects. */
  close(): Promise<void>
}

export interface LinksParts {
  open(): Link
  /** How many are kept, so that while one is renewed another hears. */
  readonly connections: number
  /** So long the other side leaves a connection open after it has announced its end. */
  readonly lingerMs: number
  readonly platform: PlatformId
  /** What the operator can do about a refusal for good. */
  todoFor(why: string): string
  readonly log: Log
  /** From 0 up to 1. */
  random(): number
}

/** Keeps connections up. Resolves when `signal` aborts and all is closed, or after a refusal for good; never rejects. */
export async function keepLinks(parts: LinksParts, signal: AbortSignal): Promise<void> {
  const { open, connections, lingerMs, platform, todoFor, log, random } = parts
  const refusal = new AbortController()
  const until = AbortSignal.any([signal, refusal.signal])
  const farewells = new Set<Promise<void>>()

  async function connect(stop: AbortSignal): Promise<Ended> {
    const link = open()
    // In the background: the next connection need not wait until this one has said what it still owes.
    const farewell = seeOff(link, { lingerMs, stop }).finally(() => farewells.delete(farewell))
    farewells.add(farewell)
    return link.ended
  }

  async function keep(): Promise<void> {
    const outcome = await supervise({ connect, log, random }, until)
    if (outcome === 'stopped' || refusal.signal.aborted) return
    refusal.abort()
    const { why } = outcome
    log.error(
      { why, todo: todoFor(why) },
      `${platform} refuses the connection: ${platform} stays off until the next start`,
    )
  }

  await Promise.all(Array.from({ length: connections }, keep))
  await Promise.all(farewells)
}

async function seeOff(link: Link, { lingerMs, stop }: { lingerMs: number; stop: AbortSignal }): Promise<void> {
  const leave = () => void link.close()
  stop.addEventListener('abort', leave, { once: true })
  const { kind } = await link.ended
  if (kind === 'planned') await within(link.closed, lingerMs, 'late')
  await link.close()
  stop.removeEventListener('abort', leave)
}
