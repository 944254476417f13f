import { execFile } from 'node:child_process'
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../prisma/schema-engine.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { eachDatabase, quiet, temporaryFolder, temporaryPostgres } from './fixture.ts'
import { sampleMigrations, writeMigrations } from './sample.ts'

const names = Object.keys(sampleMigrations)
const none = { migrations: null }

describe.each(eachDatabase)('migrate on $name', ({ open }) => {
  test('applies what is missing, once and in order', async context => {
    await using database = await open(context, none)
    const folder = writeMigrations()
    expect(await migrate(database.store, folder)).toEqual(names)
    expect(await migrate(database.store, folder)).toEqual([])
    expect(await database.store.query('SELECT "a b" FROM "Odd ""name"""')).toEqual([{ 'a b': 'made by a migration' }])
  })

  test('undoes a migration that fails, keeps those before it and can be started again', async context => {
    await using database = await open(context, none)
    const folder = writeMigrations({ ...sampleMigrations, '20260103000000_bad': 'CREATE TABLE half (); SELECT 1 / 0' })
    await expect(migrate(database.store, folder)).rejects.toMatchObject({ code: 'migration-failed' })
    expect(await database.store.query(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }])
    writeFileSync(path.join(folder, '20260103000000_bad/migration.sql'), 'CREATE TABLE whole ()')
    expect(await migrate(database.store, folder)).toEqual(['20260103000000_bad'])
  })

  test('refuses a migration that was edited after it was applied', async context => {
    await using database = await open(context, none)
    const folder = writeMigrations()
    await migrate(database.store, folder)
    appendFileSync(path.join(folder, names[0] ?? '', 'migration.sql'), '-- a change')
    await expect(migrate(database.store, folder)).rejects.toMatchObject({ code: 'migration-edited' })
  })

  test('takes other line ends for the same migration', async context => {
    await using database = await open(context, none)
    await migrate(database.store, writeMigrations())
    const windows = Object.entries(sampleMigrations).map(([name, sql]) => [name, sql.replaceAll('\n', '\r\n')])
    expect(await migrate(database.store, writeMigrations(Object.fromEntries(windows)))).toEqual([])
  })

  test('refuses a database that a newer version has used', async context => {
    await using database = await open(context, none)
    const folder = writeMigrations()
    await migrate(database.store, folder)
    rmSync(path.join(folder, names[1] ?? ''), { recursive: true })
    await expect(migrate(database.store, folder)).rejects.toMatchObject({ code: 'migration-unknown' })
  })

  test('refuses a database in which a migration was begun and not finished', async context => {
    await using database = await open(context, none)
    const folder = writeMigrations()
    await migrate(database.store, folder)
    await database.store.query('UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = $1', [
      names[1],
    ])
    await expect(migrate(database.store, folder)).rejects.toMatchObject({ code: 'migration-unfinished' })
  })
})

test('four processes at once on one PostgreSQL: one applies, the others find nothing to do', async context => {
  const database = await temporaryPostgres(none)
  if ('reason' in database) return context.skip(database.reason)
  await using _ = database
  const program = path.join(import.meta.dirname, 'programs/migrate-once.ts')
  const args = [program, JSON.stringify(database.settings), writeMigrations()]
  const runs = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, args))
  const applied = (await Promise.all(runs)).map(({ stdout }): unknown => JSON.parse(stdout))
  expect(applied.sort()).toEqual([[], [], [], names])
})

test('Prisma Migrate agrees with the history that we write', async () => {
  const folder = writeMigrations()
  const dataDir = temporaryFolder()
  const store = await openStore({ dataDir, log: quiet })
  await migrate(store, folder)
  await store.close()
  const database = await PGlite.create(path.join(dataDir, 'pglite'))
  const clean = { editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null }
  expect(await diagnose(database, folder)).toEqual(clean)
  await database.close()
})
