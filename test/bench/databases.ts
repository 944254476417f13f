import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createLog } from '../../src/base/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { sharedPostgres } from '../store/postgres-server.ts'

/** What a process needs to open a database. */
export interface Settings {
  readonly dataDir: string
  readonly url?: string
}

export interface Kind {
  readonly name: 'PGlite' | 'PostgreSQL'
  readonly version: string
  /** A new, empty database. */
  fresh(): Promise<Settings>
}

export async function openMigrated(settings: Settings): Promise<Store> {
  const store = await openStore({ ...settings, log: createLog('silent') })
  await migrate(store)
  return store
}

/** Both kinds, or PGlite alone with the reason why. The server is private to this run and as durable as in earnest. */
export async function databaseKinds(folder: string): Promise<{ kinds: Kind[]; missing: string | null }> {
  const pglite = await kindOf('PGlite', async () => ({ dataDir: emptyFolder(folder) }))
  const server = await sharedPostgres(emptyFolder(folder, 'server'), { durable: true })
  if ('reason' in server) return { kinds: [pglite], missing: server.reason }
  const admin = await openStore({ url: `${server.base}postgres`, dataDir: folder, log: createLog('silent') })
  try {
    const version = await versionOf(admin)
    const fresh = async () => {
      const name = `bench_${randomUUID().replaceAll('-', '')}`
      const store = await openStore({ url: `${server.base}postgres`, dataDir: folder, log: createLog('silent') })
      await store.exec(`CREATE DATABASE ${name}`)
      await store.close()
      return { dataDir: emptyFolder(folder), url: `${server.base}${name}` }
    }
    return { kinds: [pglite, { name: 'PostgreSQL', version, fresh }], missing: null }
  } finally {
    await admin.close()
  }
}

async function kindOf(name: Kind['name'], fresh: Kind['fresh']): Promise<Kind> {
  const store = await openStore({ ...(await fresh()), log: createLog('silent') })
  const version = await versionOf(store)
  await store.close()
  return { name, version, fresh }
}

async function versionOf(store: Store): Promise<string> {
  const [row] = await store.query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
  return row?.version.split(' ')[0] ?? 'unknown'
}

function emptyFolder(inside: string, name: string = randomUUID()): string {
  const folder = path.join(inside, name)
  mkdirSync(folder)
  return folder
}
