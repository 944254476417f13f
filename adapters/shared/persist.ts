import { pause } from '../../src/base/wait.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import { backoffMs } from './supervise.ts'

export interface Persistence {
  /** Told of each failure that may pass, and how many milliseconds we wait before the next try. */
  failed(error: PlatformError, waitMs: number): void
  /** From 0 up to 1. */
  random(): number
  readonly signal: AbortSignal
}

/** What passes by itself: asked again later, a platform may answer. */
export function mayPass({ kind }: PlatformError): boolean {
  return kind === 'rate-limited' || kind === 'unavailable' || kind === 'uncertain'
}

/**
 * Asks until there is an answer, waiting longer after each failure; `stopped` when `signal` aborts before. For what may be
 * asked twice. Throws what does not pass by itself.
 */
export async function persist<T>(
  ask: () => Promise<T>,
  { failed, random, signal }: Persistence,
): Promise<T | 'stopped'> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof PlatformError && mayPass(error))) throw error
      const waitMs = Math.max(backoffMs(failures, random), error.retryAfterMs ?? 0)
      failed(error, waitMs)
      await pause(waitMs, signal)
    }
  }
  return 'stopped'
}
