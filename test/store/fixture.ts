import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import { inject, type TestContext } from 'vitest'
import { createLog } from '../../src/base/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { migrationsFolder, readMigrations } from '../../src/store/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { sharedPostgres } from './postgres-server.ts'

/** A real database of its own for one test: `await using database = await temporaryStore()`. */
export interface TemporaryDatabase extends AsyncDisposable {
  readonly store: Store
  /** What another process needs to open the same one. */
  readonly settings: { readonly dataDir: string; readonly url?: string }
  close(): Promise<void>
}

interface Options {
  /** Which migrations it has; ours unless told, none with null. */
  readonly migrations?: string | null
}

export const quiet = createLog('silent')

/** An empty folder that is gone when the run ends. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(inject('runFolder'), 'test-'))
}

/** PGlite in a folder of its own, migrated. */
export async function temporaryStore({ migrations = migrationsFolder }: Options = {}): Promise<TemporaryDatabase> {
  const dataDir = temporaryFolder()
  await cp(await template(migrations), path.join(dataDir, 'pglite'), { recursive: true })
  const store = await openStore({ dataDir, log: quiet })
  return database(store, { dataDir }, () => rm(dataDir, { recursive: true, force: true }))
}

/** A fresh, migrated database on this run's PostgreSQL, or the reason why there is none. */
export async function temporaryPostgres({
  migrations = migrationsFolder,
}: Options = {}): Promise<TemporaryDatabase | { reason: string }> {
  const server = await sharedPostgres(inject('runFolder'))
  if ('reason' in server) return server
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server.base, `CREATE DATABASE ${name}`)
  const settings = { dataDir: temporaryFolder(), url: `${server.base}${name}` }
  const store = await openStore({ ...settings, log: quiet })
  if (migrations) await migrate(store, migrations)
  return database(store, settings, async () => {
    await administer(server.base, `DROP DATABASE ${name} WITH (FORCE)`)
    await rm(settings.dataDir, { recursive: true, force: true })
  })
}

/** For `describe.each`: the same tests on both databases; without a PostgreSQL its tests are skipped, saying why. */
export const eachDatabase = [
  { name: 'PGlite', open: (_: TestContext, options?: Options) => temporaryStore(options) },
  {
    name: 'PostgreSQL',
    open: async (context: TestContext, options?: Options) => {
      const opened = await temporaryPostgres(options)
      return 'reason' in opened ? context.skip(opened.reason) : opened
    },
  },
] as const

function database(
  store: Store,
  settings: TemporaryDatabase['settings'],
  remove: () => Promise<void>,
): TemporaryDatabase {
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= store.close().then(remove)
    return closed
  }
  return { store, settings, close, [Symbol.asyncDispose]: close }
}

async function administer(base: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${base}postgres` })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** A closed PGlite folder to copy, since making one anew takes seconds; kept between runs by what is in it. */
async function template(migrations: string | null): Promise<string> {
  const folder = path.join(import.meta.dirname, '../../node_modules/.cache/bellwether-test', templateKey(migrations))
  if (existsSync(folder)) return folder
  const dataDir = temporaryFolder()
  const store = await openStore({ dataDir, log: quiet })
  if (migrations) await migrate(store, migrations)
  await store.close()
  await mkdir(path.dirname(folder), { recursive: true })
  const ours = `${folder}.${process.pid}`
  await cp(path.join(dataDir, 'pglite'), ours, { recursive: true })
  await rm(dataDir, { recursive: true, force: true })
  // Another worker may have been faster, with the same result.
  await rename(ours, folder).catch(async (error: unknown) => {
    await rm(ours, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  })
  return folder
}

function templateKey(migrations: string | null): string {
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const hash = createHash('sha256').update(readFileSync(path.join(path.dirname(pglite), '../package.json')))
  for (const { name, sql } of migrations ? readMigrations(migrations) : []) hash.update(`${name}\n${sql}\n`)
  return hash.digest('hex').slice(0, 16)
}
