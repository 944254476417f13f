import type { Clock } from '../base/clock.ts'
import { systemClock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import type { Store } from './store.ts'

export interface StoreSettings {
  /** `postgres://…`; without it the embedded database in `dataDir` is used. */
  readonly url?: string | undefined
  readonly dataDir: string
  readonly log: Log
  readonly clock?: Clock
}

/** Opens the database; its tables are brought up to date by `migrate`. Throws `StoreError` when the folder cannot be used. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { url, dataDir, log, clock = systemClock } = settings
  const store = url ? openPostgres(url, log) : await openPglite(dataDir, clock.now())
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= store.close()
    return closing
  }
  return { ...store, close }
}
