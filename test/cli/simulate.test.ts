import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../src/base/random.ts'
import { type Lived, live } from '../../src/cli/simulate/live.ts'
import { castPlayers, MOST_PLAYERS } from '../../src/cli/simulate/troupe.ts'
import { verify } from '../../src/cli/simulate/verify.ts'
import type { Store } from '../../src/store/store.ts'
import { quiet, temporaryPostgres, temporaryStore } from '../store/fixture.ts'
import { bellwether } from './command-line.ts'

const patience = 300_000

describe('a simulation', () => {
  test('of five days keeps every promise and tells what was sent', { timeout: patience }, async () => {
    const { code, out, err } = await bellwether(
      ['simulate', '--days', '5', '--members', '5', '--seed', '7', '--lang', 'zh'],
      {},
    )
    expect(err).toBe('')
    expect(out.match(/^2026-09-1[4-8] /gm)).toHaveLength(5)
    expect(out).toMatch(/2026-09-14 M {2}.*reports\.submitted \d+/)
    expect(out).toMatch(/2026-09-18 F {2}.*boards\.weekly 1/)
    expect(out.match(/^✓/gm)).toHaveLength(8)
    expect(out).not.toContain('✗')
    expect(code).toBe(0)
  })

  test('keeps them on PostgreSQL too, and refuses a database that is in use', { timeout: patience }, async context => {
    const database = await temporaryPostgres()
    if ('reason' in database) return context.skip(database.reason)
    await using opened = database
    const args = ['simulate', '--days', '2', '--members', '4', '--database', opened.settings.url ?? '']
    const first = await bellwether(args, {})
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out.match(/^✓/gm)).toHaveLength(8)
    const second = await bellwether(args, { LANG: 'zh_CN.UTF-8' })
    expect(second).toMatchObject({ code: 1, err: expect.stringContaining('请给一个空的') })
  })

  test('has as many people as can be told apart', () => {
    for (const lang of ['zh', 'en'] as const) {
      const players = castPlayers(MOST_PLAYERS, lang)
      expect(new Set(players.map(({ name }) => name)).size).toBe(MOST_PLAYERS)
    }
  })
})

describe('the verification', () => {
  let store: Store
  let lived: Lived

  beforeAll(async () => {
    const database = await temporaryStore()
    store = database.store
    const onDay = async () => {}
    lived = await live({ store, log: quiet, random: createRandom(5), lang: 'en', days: 2, players: 5, onDay })
    return () => database.close()
  }, patience)

  /** The promises that are found broken, in English. */
  const broken = async () =>
    (await verify(store, lived)).filter(({ offenders }) => offenders.length > 0).map(({ promise }) => promise.en)

  test('finds nothing in an honest run', async () => {
    expect(await verify(store, lived)).toEqual(
      Array.from({ length: 8 }, () => expect.objectContaining({ looked: expect.any(Number), offenders: [] })),
    )
    expect(lived.ledger.promised.size).toBeGreaterThan(8)
  })

  test.each<[string, (store: Store) => Promise<unknown>, string[]]>([
    ['a slot that never ran', ({ exec }) => exec(slot('DELETE FROM "Slot" WHERE')), ['Every slot ran exactly once']],
    [
      'a slot that was skipped',
      ({ exec }) => exec(slot(`UPDATE "Slot" SET outcome = 'skipped' WHERE`)),
      ['Every slot ran exactly once'],
    ],
    [
      'a report that was lost',
      ({ exec }) => exec(`DELETE FROM "Report" WHERE id = (SELECT id FROM "Report" WHERE kind = 'plan' LIMIT 1)`),
      ['Every acknowledged plan and report is there once'],
    ],
    [
      'a number that was changed',
      ({ exec }) =>
        exec(
          `UPDATE "Report" SET values = '{"calls": 999}' WHERE id = (SELECT id FROM "Report" WHERE kind = 'plan' LIMIT 1)`,
        ),
      ['Every acknowledged plan and report is there once'],
    ],
    [
      'a sum that drifted',
      ({ exec }) => exec(`UPDATE "MetricDay" SET value = value + 1`),
      ['The sums are those of the reports'],
    ],
    [
      'a message that nobody meant',
      ({ prisma }) =>
        prisma.roomMessage.create({
          data: { id: 'x', channel: 'sales', from: 'bot', at: lived.end, text: 'x', key: 'x' },
        }),
      ['Every message was sent once'],
    ],
    [
      'a digest said as two messages',
      ({ prisma, exec }) => splitDigest(prisma, exec),
      ['Every round has one digest', 'Every message was sent once'],
    ],
    [
      'a nudge in the night',
      ({ exec }) => exec(`UPDATE "Delivery" SET "sentAt" = '2026-09-14 15:30' WHERE lane = 2 AND state = 'sent'`),
      ['Every nudge kept its manners'],
    ],
    [
      'an event that was not handled',
      ({ exec }) => exec(`UPDATE "InboundEvent" SET state = 'failed' WHERE id = (SELECT min(id) FROM "InboundEvent")`),
      ['Every message was handled once'],
    ],
  ])('finds %s', async (_what, spoil, promises) => {
    const undo = await snapshot(store)
    await spoil(store)
    expect((await broken()).toSorted()).toEqual(promises.toSorted())
    await undo()
    expect(await broken()).toEqual([])
  })
})

const slot = (verb: string) => `${verb} (job, arg, at) IN (SELECT job, arg, at FROM "Slot" LIMIT 1)`

async function splitDigest(prisma: Store['prisma'], exec: Store['exec']): Promise<void> {
  const one = await prisma.delivery.findFirstOrThrow({ where: { purpose: 'digests.due', state: 'sent' } })
  const receipts = JSON.stringify([{ way: 'group', receipt: { messageId: randomUUID() } }])
  await exec(`INSERT INTO "Delivery" SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
    'seq', nextval('"Delivery_seq_seq"'), 'dedupeKey', 'again', 'receipts', '${receipts}'::jsonb))).*
    FROM "Delivery" d WHERE id = '${one.id}'`)
}

const spoilt = ['Slot', 'Report', 'ReportRevision', 'MetricDay', 'RoomMessage', 'Delivery', 'InboundEvent']

/** Keeps a copy of the tables that tests spoil, and answers how to put it back. */
async function snapshot({ exec }: Store): Promise<() => Promise<void>> {
  const each = (sql: (table: string) => string, tables = spoilt) => tables.map(sql).join(';')
  await exec(each(table => `CREATE TEMP TABLE "kept_${table}" AS SELECT * FROM "${table}"`))
  return async () => {
    await exec(each(table => `DELETE FROM "${table}"`, spoilt.toReversed()))
    await exec(each(table => `INSERT INTO "${table}" SELECT * FROM "kept_${table}"; DROP TABLE "kept_${table}"`))
  }
}
