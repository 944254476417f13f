import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/audit/check.ts'
import { type End, hashOf, type Link } from '../../src/audit/hash.ts'
import { verify } from '../../src/audit/verify.ts'
import type { Session, Store } from '../../src/store/store.ts'
import { eachDatabase } from '../store/fixture.ts'
import { givenChain } from './chain.ts'

const LENGTH = 6
/** By and about people, by the clock, about nobody: the chain has one of each, and again. */
const everyKind = [1, 2, 3]

/** What is found after somebody has done this to the database; afterwards it is as it was. */
async function found(store: Store, teamId: string, tamper: (db: Session) => Promise<unknown>, expected?: End) {
  const result: { fault?: Fault | null } = {}
  const undone = store.connection(connection =>
    connection.transaction(async db => {
      await tamper(db)
      result.fault = (await verify(db, teamId, expected)).fault
      throw new Error('undone')
    }),
  )
  await expect(undone).rejects.toThrow('undone')
  return result.fault
}

/** Another value, by the type of the column; and nothing at all. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  uuid: ['gen_random_uuid()'],
  int4: ['seq + 100', '-seq'],
  bool: ['NOT read'],
  timestamp: [`at + interval '1 ms'`, `'infinity'`],
  text: [`coalesce("COLUMN", '') || 'x'`, `''`],
  jsonb: [`'{"zh": "x"}'`, `'null'`, `coalesce("COLUMN", '{}') || '{"more": 1}'`],
}

describe.each(eachDatabase)('on $name', ({ open }) => {
  test('a change of any field of any entry is found', { timeout: 120_000 }, async context => {
    await using database = await open(context)
    const { store } = database
    const teamId = await givenChain(store, LENGTH)
    const columns = await store.query<{ name: string; type: string; nullable: boolean }>(`
      SELECT column_name AS name, udt_name AS type, is_nullable = 'YES' AS nullable
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'Audit'`)
    expect(columns.length).toBeGreaterThan(10)
    for (const { name, type, nullable } of columns) {
      for (const value of [...(otherwise[type] ?? []), ...(nullable ? ['NULL'] : [])]) {
        const set = value.replaceAll('COLUMN', name)
        for (const seq of everyKind) {
          const where = `"teamId" = '${teamId}' AND seq = ${seq}`
          const [change] = await store.query<{ changes: boolean }>(
            `SELECT "${name}" IS DISTINCT FROM (${set})::${type} AS changes FROM "Audit" WHERE ${where}`,
          )
          if (change?.changes !== true) continue
          const fault = await found(store, teamId, db =>
            db.exec(`UPDATE "Audit" SET "${name}" = ${set} WHERE ${where}`),
          )
          expect(fault, `${name} of ${seq} as ${value}`).not.toBeNull()
        }
      }
    }
    expect((await verify(store, teamId)).fault).toBeNull()
  })

  test('an entry that is gone, moved or put in is found, and which one', async context => {
    await using database = await open(context)
    const { store } = database
    const teamId = await givenChain(store, LENGTH)
    const own = `"teamId" = '${teamId}'`
    const doing = (tamper: string) => found(store, teamId, db => db.exec(tamper))
    for (let seq = 1; seq <= LENGTH; seq++) {
      const kind = seq === LENGTH ? 'cut' : 'missing'
      expect(await doing(`DELETE FROM "Audit" WHERE ${own} AND seq = ${seq}`)).toEqual({ kind, seq, to: seq })
    }
    expect(await doing(`DELETE FROM "Audit" WHERE ${own} AND seq > 3`)).toEqual({ kind: 'cut', seq: 4, to: LENGTH })
    const swap = (a: number, b: number) => `
      UPDATE "Audit" SET seq = -1 WHERE ${own} AND seq = ${a};
      UPDATE "Audit" SET seq = ${a} WHERE ${own} AND seq = ${b};
      UPDATE "Audit" SET seq = ${b} WHERE ${own} AND seq = -1`
    expect(await doing(swap(2, 4))).toMatchObject({ kind: 'changed', seq: 2 })
    const copy = (seq: number) => `
      INSERT INTO "Audit" SELECT (jsonb_populate_record(a, jsonb_build_object('seq', ${seq}))).*
      FROM "Audit" a WHERE ${own} AND seq = 2`
    expect(await doing(copy(0))).toMatchObject({ kind: 'inserted', seq: 0 })
    expect(await doing(copy(LENGTH + 1))).toMatchObject({ kind: 'changed', seq: LENGTH + 1 })
    const shift = `UPDATE "Audit" SET seq = -seq - 1 WHERE ${own} AND seq >= 3; UPDATE "Audit" SET seq = -seq WHERE ${own} AND seq < 0`
    expect(await doing(`${shift}; ${copy(3)}`)).toMatchObject({ kind: 'changed', seq: 3 })
  })

  test('what the chain states about its end is held against it', async context => {
    await using database = await open(context)
    const { store } = database
    const teamId = await givenChain(store, LENGTH)
    const own = `"teamId" = '${teamId}'`
    const doing = (tamper: string) => found(store, teamId, db => db.exec(tamper))
    const end = { kind: 'end', seq: LENGTH }
    expect(await doing(`DELETE FROM "AuditChain" WHERE ${own}`)).toEqual(end)
    expect(await doing(`UPDATE "AuditChain" SET seq = seq - 1 WHERE ${own}`)).toEqual(end)
    expect(await doing(`UPDATE "AuditChain" SET hash = repeat('0', 64) WHERE ${own}`)).toEqual(end)
    expect(await doing(`DELETE FROM "Audit" WHERE ${own}`)).toEqual({ kind: 'cut', seq: 1, to: LENGTH })
  })

  test('a log that was written anew, or cut with its end, is found by an end that was kept', async context => {
    await using database = await open(context)
    const { store } = database
    const teamId = await givenChain(store, LENGTH)
    const kept = (await verify(store, teamId)).last
    expect((await verify(store, teamId, kept)).fault).toBeNull()
    const forge = (db: Session) => rewrite(db, teamId, 3)
    expect(await found(store, teamId, forge)).toBeNull()
    expect(await found(store, teamId, forge, kept)).toEqual({ kind: 'unexpected', seq: LENGTH })
    const cut = (db: Session) =>
      db.exec(`DELETE FROM "Audit" WHERE "teamId" = '${teamId}' AND seq > 4;
        UPDATE "AuditChain" SET seq = 4, hash = (SELECT hash FROM "Audit" WHERE "teamId" = '${teamId}' AND seq = 4)
        WHERE "teamId" = '${teamId}'`)
    expect(await found(store, teamId, cut)).toBeNull()
    expect(await found(store, teamId, cut, kept)).toEqual({ kind: 'shorter', seq: LENGTH })
  })

  test('an entry written anew alone does not go on to the next', async context => {
    await using database = await open(context)
    const { store } = database
    const teamId = await givenChain(store, LENGTH)
    const forge = (db: Session) => rewrite(db, teamId, 3, 3)
    expect(await found(store, teamId, forge)).toMatchObject({ kind: 'unlinked', seq: 4 })
  })
})

/** What somebody can do who knows how it is made: other words from one entry on, with hashes that go with them. */
async function rewrite(db: Session, teamId: string, from: number, to = LENGTH): Promise<void> {
  const rows = await db.query<Link & { hash: string }>('SELECT * FROM "Audit" WHERE "teamId" = $1::uuid ORDER BY seq', [
    teamId,
  ])
  let previous = rows[from - 2]?.hash ?? ''
  for (const row of rows.slice(from - 1, to)) {
    const hash = hashOf({ ...row, previous, what: 'test.harmless' })
    await db.query(
      `UPDATE "Audit" SET what = 'test.harmless', previous = $3, hash = $4 WHERE "teamId" = $1::uuid AND seq = $2`,
      [teamId, row.seq, previous, hash],
    )
    previous = hash
  }
  if (to === LENGTH) await db.query('UPDATE "AuditChain" SET hash = $2 WHERE "teamId" = $1::uuid', [teamId, previous])
}
