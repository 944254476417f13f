/**
 * Prisma's own schema engine (its WASM build, which needs no download) over in-memory PGlite databases: what `prisma migrate`
 * would use, for making migrations and for proving them.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { readMigrations } from '../src/store/migrations.ts'

const schemaFiles = path.join(import.meta.dirname, 'schema/*.prisma')
const filters = { externalTables: [], externalEnums: [] }

/** The SQL that leads from the migrations to the schema, or null when they say the same. */
export async function diffToSchema(migrationsFolder: string, schemaGlob: string = schemaFiles): Promise<string | null> {
  const schema = readSchema(schemaGlob)
  const { exitCode, stdout } = await withEngine(schema, undefined, engine =>
    engine.diff({
      from: { tag: 'migrations', ...migrationList(migrationsFolder) },
      to: { tag: 'schemaDatamodel', files: schema },
      script: true,
      exitCode: true,
      filters,
    }),
  )
  return exitCode === 2 ? stdout : null
}

/** What Prisma Migrate thinks of the history that is written in `database`. */
export function diagnose(database: PGlite, migrationsFolder: string) {
  const input = { migrationsList: migrationList(migrationsFolder), optInToShadowDatabase: false, filters }
  return withEngine(readSchema(schemaFiles), database, engine => engine.diagnoseMigrationHistory(input))
}

type SchemaFile = { path: string; content: string }

function readSchema(glob: string): SchemaFile[] {
  return globSync(glob)
    .sort()
    .map(file => ({ path: file, content: readFileSync(file, 'utf8') }))
}

function migrationList(folder: string): MigrationList {
  const lock = path.join(folder, 'migration_lock.toml')
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

async function withEngine<T>(
  schema: readonly SchemaFile[],
  database: PGlite | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const opened: PGlite[] = []
  const inMemory = async () => {
    const db = await PGlite.create('memory://')
    opened.push(db)
    return db
  }
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'pglite',
    connect: async () => adapterOn(database ?? (await inMemory())),
    connectToShadowDb: async () => adapterOn(await inMemory()),
  })
  const datamodels = schema.map(({ path, content }): [string, string] => [path, content])
  const engine = await SchemaEngine.new({ datamodels }, () => {}, factory)
  try {
    return await work(engine)
  } finally {
    await Promise.all(opened.map(db => db.close()))
  }
}

/** The adapter does not wait for its own scripts; the engine relies on that. */
async function adapterOn(db: PGlite): Promise<SqlDriverAdapter> {
  const executeScript = async (script: string) => {
    await db.exec(script)
  }
  return Object.assign(await new PrismaPGlite(db).connect(), { executeScript })
}
