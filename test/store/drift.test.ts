import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { diffToSchema } from '../../prisma/schema-engine.ts'
import { migrate } from '../../src/store/migrate.ts'
import { migrationsFolder } from '../../src/store/migrations.ts'
import { temporaryFolder, temporaryStore } from './fixture.ts'
import { writeMigrations } from './sample.ts'

const patience = { timeout: 90_000 }

test('the migrations say what the schema says', patience, async () => {
  expect(await diffToSchema(migrationsFolder)).toBeNull()
})

test('migrations that say something else are answered with the SQL that leads to the schema', patience, async () => {
  const folder = writeMigrations({ '20260101000000_other': 'CREATE TABLE "Elsewhere" ("id" INTEGER PRIMARY KEY)' })
  expect(await diffToSchema(folder)).toContain('DROP TABLE "Elsewhere"')
})

test('a migration is made from the schema, applies, and leaves nothing for a second one', patience, async () => {
  const folder = path.join(temporaryFolder(), 'migrations')
  const program = path.join(import.meta.dirname, '../../prisma/make-migration.ts')
  const make = () => promisify(execFile)(process.execPath, [program, 'everything', folder])
  expect((await make()).stdout).toMatch(/_everything\/migration\.sql/)
  expect((await make()).stdout).toContain('nothing to write')
  expect(readdirSync(folder).toSorted()).toEqual([expect.stringMatching(/^\d{14}_everything$/), 'migration_lock.toml'])
  await using database = await temporaryStore({ migrations: null })
  expect(await migrate(database.store, folder)).toHaveLength(1)
})
