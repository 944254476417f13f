import { createLog, type Log } from '../base/log.ts'
import { type Config, readConfig } from '../config.ts'
import { migrate } from '../store/migrate.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import type { Terminal } from './terminal.ts'

export interface Opened {
  readonly store: Store
  readonly config: Config
  readonly log: Log
}

/** Warnings only, and beside the command's own output. */
export function commandLog(): Log {
  return createLog('warn', { write: line => void process.stderr.write(line) })
}

/** Does some work on the configured database, as it stands. Throws `SetupError` when it cannot be used. */
export async function withDatabase<T>(terminal: Terminal, work: (opened: Opened) => Promise<T>): Promise<T> {
  const config = readConfig(terminal.env)
  const log = commandLog()
  const store = await openStore({ url: config.databaseUrl ?? undefined, dataDir: config.dataDir, log })
  try {
    return await work({ store, config, log })
  } finally {
    await store.close()
  }
}

/** The same with its tables brought up to date first. */
export function withCurrentDatabase<T>(terminal: Terminal, work: (opened: Opened) => Promise<T>): Promise<T> {
  return withDatabase(terminal, async opened => {
    await migrate(opened.store)
    return work(opened)
  })
}
