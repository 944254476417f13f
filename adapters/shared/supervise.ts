import type { Log } from '../../src/base/log.ts'
import { pause } from '../../src/base/wait.ts'

/** How a connection ended. */
export type Ended =
  /** The other side asked us to connect anew. */
  | { readonly kind: 'planned' }
  | { readonly kind: 'lost'; readonly why: string; readonly retryAfterMs?: number }
  /** It refuses us for good: only the operator can change that. */
  | { readonly kind: 'refused'; readonly why: string }

export interface Supervised {
  /** Connects, stays connected, and tells how it ended. `signal` asks it to end. */
  connect(signal: AbortSignal): Promise<Ended>
  readonly log: Log
  /** From 0 up to 1. */
  random(): number
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds that only move forward. */
  readonly now?: () => number
}

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 30_000
/** A connection that lived so long was a good one: what failed before it is forgotten. */
const STEADY_MS = 10_000

/** Doubles with each failure in a row up to a cap; the upper half by chance, so that many bots do not come back as one. */
export function backoffMs(failures: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1))
  return ceiling / 2 + (random() * ceiling) / 2
}

/** Keeps a connection up. Resolves when `signal` aborts or when the other side refuses us for good; never rejects. */
export async function supervise(parts: Supervised, signal: AbortSignal): Promise<'stopped' | Refusal> {
  const { log, random, sleep = pause, now = () => performance.now() } = parts
  let failures = 0
  while (!signal.aborted) {
    const startedAt = now()
    const ended = await attempt(parts, signal)
    if (signal.aborted) break
    if (ended.kind === 'refused') return ended
    const steady = now() - startedAt >= STEADY_MS
    failures = nextFailures({ ended, steady, failures })
    if (failures === 0) continue
    const waitMs = Math.round(Math.max(backoffMs(failures, random), retryAfterOf(ended)))
    if (ended.kind === 'lost') log.warn({ why: ended.why, failures, waitMs }, 'connection lost')
    await sleep(waitMs, signal)
  }
  return 'stopped'
}

type Refusal = Extract<Ended, { kind: 'refused' }>

async function attempt({ connect, log }: Supervised, signal: AbortSignal): Promise<Ended> {
  try {
    return await connect(signal)
  } catch (error) {
    log.error({ err: error }, 'connecting failed')
    return { kind: 'lost', why: 'fault' }
  }
}

/** A planned end too soon after the last counts as a failure, lest a server in trouble is asked again without pause. */
function nextFailures({ ended, steady, failures }: { ended: Ended; steady: boolean; failures: number }): number {
  if (steady) return ended.kind === 'planned' ? 0 : 1
  return failures + 1
}

function retryAfterOf(ended: Ended): number {
  return ended.kind === 'lost' ? (ended.retryAfterMs ?? 0) : 0
}
