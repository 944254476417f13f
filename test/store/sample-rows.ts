import fc from 'fast-check'
import type { Store } from '../../src/store/store.ts'

/** A row of the sample's "Entry": the value of each column as PostgreSQL reads it, or null. */
export type Entry = Readonly<Record<keyof typeof columns, string | null>>

const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '\n', '\r\n', '\u2028', '"\\', '\u0001', '[]', 'NULL', '签单🎉', '\u202e'),
  )
  .filter(value => !value.includes('\0'))
const json = fc
  .jsonValue({ stringUnit: 'binary' })
  .map(value => JSON.stringify(value))
  .filter(value => !value.includes('\\u0000'))
const integer = fc.integer().map(String)
const mood = fc.constantFrom('good', 'so so')
const moment = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString())

/** Each column with its type and values. */
const columns = {
  big: ['int8', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)],
  amount: ['numeric(20,4)', fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }).map(value => `${value}e-4`)],
  ratio: ['float8', fc.double().map(String)],
  at: ['timestamp(3)', moment],
  zoned: ['timestamptz(6)', moment],
  day: ['date', moment.map(value => value.slice(0, 10))],
  clock: ['time(3)', moment.map(value => value.slice(11, 23))],
  yes: ['boolean', fc.boolean().map(String)],
  mood: ['"Mood"', mood],
  json: ['jsonb', json],
  raw: ['json', json],
  texts: ['text[]', fc.array(fc.option(text)).map(arrayLiteral)],
  numbers: ['int4[]', fc.array(integer).map(arrayLiteral)],
  moods: ['"Mood"[]', fc.array(mood).map(arrayLiteral)],
  bytes: ['bytea', fc.uint8Array().map(value => `\\x${Buffer.from(value).toString('hex')}`)],
  uuid: ['uuid', fc.uuid()],
  short: ['varchar(40)', text.map(value => Array.from(value).slice(0, 40).join(''))],
} as const satisfies Record<string, readonly [type: string, values: fc.Arbitrary<string>]>

type Name = keyof typeof columns
const names = Object.keys(columns) as Name[]

export const entries: fc.Arbitrary<Entry> = fc.record(
  Object.fromEntries(names.map(name => [name, fc.option(columns[name][1])])) as Record<
    Name,
    fc.Arbitrary<string | null>
  >,
)

/** Writes the rows for one person, who is his own boss and has the last of them as favourite, and some in the odd table. */
export async function insertEntries(store: Store, rows: readonly Entry[]): Promise<void> {
  const [person] = await store.query<{ id: bigint }>(`INSERT INTO "Person" ("name") VALUES ('李') RETURNING "id"`)
  const values = names.map((name, index) => `$${index + 2}::text::${columns[name][0]}`).join(', ')
  const insert = `INSERT INTO "Entry" ("personId", ${names.map(name => `"${name}"`).join(', ')}) VALUES ($1, ${values})`
  for (const row of rows) {
    await store.query(insert, [person?.id, ...names.map(name => row[name])])
    await store.query('INSERT INTO "Odd ""name""" VALUES ($1, $2)', [row.short, rows.length])
  }
  await store.query(
    'UPDATE "Person" SET "bossId" = "id", "favouriteId" = (SELECT max("id") FROM "Entry") WHERE "id" = $1',
    [person?.id],
  )
}

/** All rows of all sample tables as text, sorted here because databases sort text differently. */
export async function readEverything(store: Store): Promise<Record<string, string[]>> {
  const everything: Record<string, string[]> = {}
  for (const table of ['"Person"', '"Entry"', '"Odd ""name"""']) {
    const rows = await store.query<{ row: string }>(`SELECT t::text AS row FROM ${table} AS t`)
    everything[table] = rows.map(({ row }) => row).sort()
  }
  return everything
}

function arrayLiteral(items: readonly (string | null)[]): string {
  const quote = (item: string) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  return `{${items.map(item => (item === null ? 'NULL' : quote(item))).join(',')}}`
}
