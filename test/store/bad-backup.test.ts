import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '../../src/store/backup.ts'
import { restore } from '../../src/store/restore.ts'
import { type TemporaryDatabase, temporaryFolder, temporaryStore } from './fixture.ts'
import { writeMigrations } from './sample.ts'
import { entries, insertEntries, readEverything } from './sample-rows.ts'

const folder = writeMigrations()
let database: TemporaryDatabase
let whole: Buffer
let before: Record<string, string[]>

beforeAll(async () => {
  database = await temporaryStore({ migrations: folder })
  await insertEntries(database.store, fc.sample(entries, { numRuns: 40, seed: 5 }))
  const file = path.join(temporaryFolder(), 'backup.gz')
  await backup(database.store, file, new Date('2026-03-05T01:00:00Z'))
  whole = readFileSync(file)
  before = await readEverything(database.store)
})
afterAll(() => database.close())

/** The backup with its text changed. */
function rewritten(change: (text: string) => string): Buffer {
  const text = gunzipSync(whole).toString()
  const changed = change(text)
  expect(changed).not.toBe(text)
  return gzipSync(changed)
}

function flipped(at: number): Buffer {
  const bytes = Buffer.from(whole)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
  return bytes
}

const cases: [name: string, code: string, make: () => Buffer][] = [
  ['an empty file', 'backup-truncated', () => Buffer.alloc(0)],
  ['a picture', 'backup-unreadable', () => Buffer.from('\x89PNG\r\n\x1a\n')],
  ['some other gzipped file', 'backup-unreadable', () => gzipSync('name,phone\nLi,123\n')],
  ['another program’s JSON', 'backup-unreadable', () => gzipSync('{"format":"other","version":1}\n')],
  ['half of the file', 'backup-truncated', () => whole.subarray(0, whole.length / 2)],
  ['all but the last byte', 'backup-truncated', () => whole.subarray(0, -1)],
  ['a file without its last line', 'backup-truncated', () => rewritten(text => text.replace(/\{"totals".*\n$/, ''))],
  ['a file cut in a row', 'backup-truncated', () => rewritten(text => text.slice(0, text.indexOf('\n[') + 10))],
  ['a flipped byte', 'backup-damaged', () => flipped(Math.floor(whole.length / 2))],
  ['a missing row', 'backup-damaged', () => rewritten(text => text.replace(/\n\[.*\n/, '\n'))],
  ['a doubled row', 'backup-damaged', () => rewritten(text => text.replace(/(\n\["4[^\n]*)/, '$1$1'))],
  ['a changed value', 'backup-damaged', () => rewritten(text => text.replace('李', '王'))],
  ['a value of the wrong type', 'backup-damaged', () => rewritten(text => text.replace(/\n\["\d+"/, '\n["x"'))],
  ['a row outside of any table', 'backup-damaged', () => rewritten(text => text.replace('{"table":"Entry"}\n', ''))],
  [
    'a table that we do not have',
    'backup-damaged',
    () => rewritten(text => text.replace('{"table":"Entry"}', '{"table":"X"}')),
  ],
  ['a newer format', 'backup-newer', () => rewritten(text => text.replace('"version":1', '"version":2'))],
  [
    'a newer schema',
    'backup-newer',
    () => rewritten(text => text.replace('20260102000000_second', '20290101000000_x')),
  ],
]

test.each(cases)('%s is refused as %s and changes nothing', async (_, code, make) => {
  const file = path.join(temporaryFolder(), 'bad.gz')
  writeFileSync(file, make())
  const refused = restore(database.store, file, { folder, force: true })
  await expect(refused).rejects.toMatchObject({ code, words: { zh: expect.any(String), en: expect.any(String) } })
  expect(await readEverything(database.store)).toEqual(before)
})

test('a missing file is the error of the file system', async () => {
  const missing = path.join(temporaryFolder(), 'none.gz')
  await expect(restore(database.store, missing, { folder, force: true })).rejects.toMatchObject({ code: 'ENOENT' })
})
