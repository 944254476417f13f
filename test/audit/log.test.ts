import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { append } from '../../src/audit/append.ts'
import { ERASED } from '../../src/audit/check.ts'
import type { Noted } from '../../src/audit/entry.ts'
import { eraseFromAudit } from '../../src/audit/erase.ts'
import { noteJoined } from '../../src/audit/former.ts'
import { beginning } from '../../src/audit/hash.ts'
import { readingLog, verify } from '../../src/audit/verify.ts'
import { newId } from '../../src/base/ids.ts'
import { inTransaction, type Tx } from '../../src/store/transaction.ts'
import { eachDatabase } from '../store/fixture.ts'
import { givenChain, look } from './chain.ts'

const text = fc.string({ unit: 'binary' }).map(words => words.replaceAll('\0', ''))
const id = fc.option(fc.uuid())
const fact = fc.oneof(text, fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const entry = fc.record({
  at: fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true }),
  what: text,
  words: fc.record({ zh: text, en: text }),
  about: id,
  by: id,
  detail: fc.dictionary(
    text.filter(key => key !== '__proto__'),
    fact,
    { maxKeys: 5 },
  ),
})

describe.each(eachDatabase)('the log on $name', ({ open }) => {
  test('any sequence of entries is a chain that holds', { timeout: 120_000 }, async context => {
    await using database = await open(context)
    const { store } = database
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(entry, { maxLength: 4 }), { maxLength: 5 }), async batches => {
        const teamId = newId()
        for (const batch of batches) {
          await inTransaction(store, tx =>
            append(
              tx,
              batch.map(one => ({ ...one, teamId })),
            ),
          )
        }
        const proof = await verify(store, teamId)
        expect(proof).toMatchObject({ last: { seq: batches.flat().length }, erased: 0, fault: null })
      }),
      { numRuns: 40 },
    )
  })

  test('what was rolled back leaves no gap', async context => {
    await using database = await open(context)
    const { store } = database
    const teamId = await givenChain(store, 2)
    const failing = inTransaction(store, async tx => {
      await append(tx, [look(teamId), look(teamId)])
      throw new Error('on second thoughts')
    })
    await expect(failing).rejects.toThrow('on second thoughts')
    await inTransaction(store, tx => append(tx, [look(teamId)]))
    expect(await verify(store, teamId)).toMatchObject({ last: { seq: 3 }, fault: null })
  })

  test('a longer one is read page by page', async context => {
    await using database = await open(context)
    const { store } = database
    const teamId = newId()
    await inTransaction(store, tx =>
      append(
        tx,
        Array.from({ length: 1203 }, () => look(teamId)),
      ),
    )
    expect(await readingLog(store, session => verify(session, teamId))).toMatchObject({
      last: { seq: 1203 },
      fault: null,
    })
    await store.query('DELETE FROM "Audit" WHERE "teamId" = $1::uuid AND seq IN (700, 701)', [teamId])
    expect((await verify(store, teamId)).fault).toEqual({ kind: 'missing', seq: 700, to: 701 })
  })

  test('of two teams, each has its own', async context => {
    await using database = await open(context)
    const { store } = database
    const [one, other] = [newId(), newId()]
    await inTransaction(store, tx => append(tx, [look(one), look(other), look(one)]))
    expect(await verify(store, one)).toMatchObject({ last: { seq: 2 }, fault: null })
    expect(await verify(store, other)).toMatchObject({ last: { seq: 1 }, fault: null })
    await store.query('DELETE FROM "Audit" WHERE "teamId" = $1::uuid', [one])
    await store.query('DELETE FROM "AuditChain" WHERE "teamId" = $1::uuid', [one])
    expect(await verify(store, one)).toEqual({ last: beginning, erased: 0, fault: null })
    expect(await verify(store, other)).toMatchObject({ fault: null })
  })
})

describe.each(eachDatabase)('erasing somebody from the log on $name', ({ open }) => {
  const [teamId, person, member, other] = [newId(), newId(), newId(), newId()]
  const erased = (parts: number): Noted =>
    look(teamId, { what: ERASED, about: null, by: other, detail: { number: 1, parts } })

  async function erase(tx: Tx): Promise<number> {
    const parts = await eraseFromAudit(tx, { personId: person, memberIds: [member] })
    return parts.get(teamId) ?? 0
  }

  test('leaves nothing of them, and the chain holds where the erasing is stated', async context => {
    await using database = await open(context)
    const { store } = database
    const [formerly, once] = [newId(), newId()]
    await inTransaction(store, async tx => {
      await append(tx, [
        look(teamId, { by: other, about: member, detail: { date: '2026-11-20' } }),
        look(teamId, { by: person, about: other }),
        look(teamId, { by: formerly, about: once }),
        look(teamId, { by: other, about: other }),
      ])
      await noteJoined(tx, { kept: person, gone: formerly })
      await noteJoined(tx, { kept: member, gone: once })
    })
    await inTransaction(store, async tx => append(tx, [erased(await erase(tx))]))
    expect(await verify(store, teamId)).toMatchObject({ last: { seq: 5 }, erased: 4, fault: null })
    const [left] = await store.query<{ text: string }>(
      `SELECT string_agg(a::text, ' ') || (SELECT coalesce(string_agg(f::text, ' '), '') FROM "FormerId" f) AS text FROM "Audit" a`,
    )
    for (const gone of [person, member, formerly, once]) expect(left?.text).not.toContain(gone)
    expect(left?.text).toContain(other)
    expect(await inTransaction(store, erase)).toBe(0)
  })

  test('is found where it is not stated', async context => {
    await using database = await open(context)
    const { store } = database
    await inTransaction(store, tx => append(tx, [look(teamId, { by: person, about: member })]))
    await inTransaction(store, erase)
    expect((await verify(store, teamId)).fault).toEqual({ kind: 'erased', parts: 2, stated: 0 })
    await inTransaction(store, tx => append(tx, [erased(2)]))
    expect((await verify(store, teamId)).fault).toBeNull()
  })
})
