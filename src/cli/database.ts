import { existsSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../base/errors.ts'
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

/** The version of the embedded database's files; null where no server has run yet. */
export function embeddedVersionFile(dataDir: string): string | null {
  const file = path.join(dataDir, 'pglite', 'PG_VERSION')
  return existsSync(file) ? file : null
}

/** Opening the embedded database would make an empty one; whoever only reads says instead that there is none. */
export function requireData({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl !== null || embeddedVersionFile(dataDir) !== null) return
  throw new UserError('no-data', {
    zh: `${path.resolve(dataDir)} 里还没有数据。`,
    en: `There is no data in ${path.resolve(dataDir)} yet.`,
  })
}
