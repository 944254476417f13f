import { z } from 'zod'
import type { Log } from '../../src/base/log.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { PlatformId } from '../../src/platform/events.ts'

/**
 * For questions whose answers are good to have: a refusal, or an answer that cannot be read, is null, and is logged once for
 * each method. `work` asks, and reads with zod.
 */
export function createQuietly({ platform, log }: { readonly platform: PlatformId; readonly log: Log }) {
  const told = new Set<string>()

  return async <T>(method: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PlatformError || error instanceof z.ZodError)) throw error
      const why = error instanceof PlatformError ? error.kind : 'malformed'
      const once = `${method} ${why}`
      if (!told.has(once)) log.warn({ method, why }, `${platform} does not tell; this is logged once`)
      told.add(once)
      return null
    }
  }
}
