import { statSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backup } from '../../src/store/backup.ts'
import { migrate } from '../../src/store/migrate.ts'
import { restore } from '../../src/store/restore.ts'
import { eachDatabase, temporaryFolder } from './fixture.ts'
import { sampleMigrations, writeMigrations } from './sample.ts'
import { entries, insertEntries, readEverything } from './sample-rows.ts'

const now = new Date('2026-03-05T01:00:00Z')
const folder = writeMigrations()
const sample = { migrations: folder }
const none = { migrations: null }
const ways = eachDatabase.flatMap(from => eachDatabase.map(to => ({ from, to, name: `${from.name} to ${to.name}` })))

const newFile = () => path.join(temporaryFolder(), 'backup.gz')

describe.each(ways)('a backup from $name', ({ from, to }) => {
  test('brings every row, value, key and counter over', async context => {
    await using source = await from.open(context, sample)
    await using target = await to.open(context, none)
    await insertEntries(source.store, fc.sample(entries, { numRuns: 600, seed: 7 }))
    const file = newFile()

    const totals = await backup(source.store, file, now)
    expect(totals['Entry']?.rows).toBe(600)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(await restore(target.store, file, { folder })).toEqual({ createdAt: now, totals, upgraded: [] })
    expect(await readEverything(target.store)).toEqual(await readEverything(source.store))
    expect(await migrate(target.store, folder)).toEqual([])

    const next = `INSERT INTO "Person" ("name") VALUES ('new') RETURNING "id"`
    expect(await target.store.query(next)).toEqual(await source.store.query(next))
    const orphan = target.store.exec('INSERT INTO "Entry" ("personId") VALUES (-1)')
    await expect(orphan).rejects.toMatchObject({ code: '23503' })
  })
})

describe.each(eachDatabase)('restoring on $name', ({ open }) => {
  test('any rows at all come back as they were', { timeout: 120_000 }, async context => {
    await using database = await open(context, sample)
    const { store } = database
    const file = newFile()
    await fc.assert(
      fc.asyncProperty(fc.array(entries, { maxLength: 20 }), async rows => {
        await insertEntries(store, rows)
        const before = await readEverything(store)
        await backup(store, file, now)
        await store.exec(`UPDATE "Entry" SET "short" = 'spoilt'; DELETE FROM "Odd ""name"""`)
        await restore(store, file, { folder, force: true })
        expect(await readEverything(store)).toEqual(before)
      }),
      { numRuns: 12 },
    )
  })

  test('a target with rows is refused unless forced', async context => {
    await using database = await open(context, sample)
    const { store } = database
    const file = newFile()
    await backup(store, file, now)
    await store.exec(`INSERT INTO "Person" ("name") VALUES ('keep me')`)
    await expect(restore(store, file, { folder })).rejects.toMatchObject({ code: 'target-not-empty' })
    expect(await store.query('SELECT "name" FROM "Person"')).toEqual([{ name: 'keep me' }])
    await restore(store, file, { folder, force: true })
    expect(await store.query('SELECT "name" FROM "Person"')).toEqual([])
  })

  test('a backup of an older version is brought up to date on the way', async context => {
    await using database = await open(context, sample)
    const { store } = database
    await insertEntries(store, fc.sample(entries, { numRuns: 3, seed: 1 }))
    const file = newFile()
    await backup(store, file, now)
    const third = '20260103000000_third'
    const later = writeMigrations({
      ...sampleMigrations,
      [third]: `ALTER TABLE "Person" ADD "nickname" TEXT; UPDATE "Person" SET "nickname" = 'old ' || "name"`,
    })
    await migrate(store, later)
    await store.exec(`UPDATE "Person" SET "nickname" = 'changed'`)
    expect(await restore(store, file, { folder: later, force: true })).toMatchObject({ upgraded: [third] })
    expect(await store.query('SELECT "nickname" FROM "Person"')).toEqual([{ nickname: 'old 李' }])
    expect(await migrate(store, later)).toEqual([])
  })
})

test('two backups of the same rows have the same checksums, whatever the order of the rows', async context => {
  const [pglite] = eachDatabase
  await using database = await pglite.open(context, sample)
  const { store } = database
  await insertEntries(store, fc.sample(entries, { numRuns: 30, seed: 3 }))
  const before = await backup(store, newFile(), now)
  await store.exec('UPDATE "Entry" SET "yes" = "yes" WHERE "id" % 3 = 0')
  expect(await backup(store, newFile(), now)).toEqual(before)
  await store.exec('UPDATE "Entry" SET "yes" = "yes" IS NOT TRUE WHERE "id" = (SELECT min("id") FROM "Entry")')
  expect((await backup(store, newFile(), now))['Entry']).not.toEqual(before['Entry'])
})
