import type { Log } from '../base/log.ts'
import type { Adapter, MirroredReport } from '../platform/adapter.ts'
import { PlatformError } from '../platform/errors.ts'
import type { PlatformId } from '../platform/events.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'

export interface Mirroring {
  readonly store: Store
  readonly adapters: ReadonlyMap<PlatformId, Adapter>
  readonly log: Log
}

/**
 * Files something in the reports of every platform that has such. What may pass is thrown, to be tried again; anything else is
 * a line in the log and nothing more, for the report itself is with us.
 */
export async function mirrorAll(
  { store, adapters, log }: Mirroring,
  read: (tx: Tx, platform: PlatformId) => Promise<MirroredReport | null>,
): Promise<void> {
  for (const adapter of adapters.values()) {
    if (!adapter.mirror) continue
    const { platform } = adapter
    const report = await inTransaction(store, tx => read(tx, platform))
    if (report === null) continue
    try {
      await adapter.mirror(report)
    } catch (error) {
      if (!(error instanceof PlatformError) || passes.has(error.kind)) throw error
      const { id, revision } = report
      log.warn({ platform, report: id, revision, why: error.message }, 'a report was not filed in the platform’s own')
    }
  }
}

const passes: ReadonlySet<PlatformError['kind']> = new Set(['rate-limited', 'unavailable'])
