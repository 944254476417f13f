import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { inUtc } from '../../src/store/postgres.ts'
import { eachDatabase } from './fixture.ts'

const none = { migrations: null }

describe.each(eachDatabase)('a store on $name', ({ open }) => {
  test('gives every value the same type in plain SQL', async context => {
    await using database = await open(context, none)
    const [row] = await database.store.query(
      `SELECT 1::int4 AS i, 2::int8 AS b, 1.50::numeric(20,4) AS d, DATE '2026-03-05' AS day,
        TIMESTAMP '2026-03-05 09:00:00.5' AS at, TIMESTAMPTZ '2026-03-05 09:00:00+08' AS zoned,
        ARRAY['a', NULL] AS texts, '{"a":[1]}'::jsonb AS json, true AS yes, NULL::int8 AS nothing`,
    )
    expect(row).toEqual({
      i: 1,
      b: 2n,
      d: '1.5000',
      day: '2026-03-05',
      at: new Date('2026-03-05T09:00:00.500Z'),
      zoned: new Date('2026-03-05T01:00:00Z'),
      texts: ['a', null],
      json: { a: [1] },
      yes: true,
      nothing: null,
    })
  })

  test('takes large numbers as parameters without loss', async context => {
    await using database = await open(context, none)
    const big = 9_007_199_254_740_993n
    const [row] = await database.store.query('SELECT $1::int8 AS big, $2::numeric AS exact', [
      big,
      '0.30000000000000004',
    ])
    expect(row).toEqual({ big, exact: '0.30000000000000004' })
  })

  test('keeps instants in a process whose zone is not UTC', async context => {
    await using database = await open(context, none)
    // PGlite allows one process only, so ours must let go first.
    if (database.store.kind === 'pglite') await database.store.close()
    const program = path.join(import.meta.dirname, 'programs/instants.ts')
    const env = { ...process.env, TZ: 'Asia/Shanghai' }
    const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(database.settings)], {
      env,
    })
    const instant = '2026-03-08T16:30:00.123Z'
    const both = (plain: string, zoned = plain) => ['prisma', 'sql'].map(how => ({ how, plain, zoned }))
    expect(JSON.parse(stdout)).toEqual({
      zone: 'Asia/Shanghai',
      bySql: both(instant),
      byPrisma: both(instant),
      asText: both('2026-03-08 16:30:00.123', '2026-03-08 16:30:00.123+00'),
    })
  })

  test('answers a ping, does its housekeeping and goes on working', async context => {
    await using database = await open(context, none)
    const { store } = database
    await store.exec(
      'CREATE TABLE t (n int); INSERT INTO t SELECT generate_series(1, 1000); DELETE FROM t WHERE n > 10',
    )
    await store.maintain()
    await store.ping()
    expect(await store.query('SELECT count(*) FROM t')).toEqual([{ count: 10n }])
  })

  test('rolls a failed transaction back and throws what went wrong', async context => {
    await using database = await open(context, none)
    const { store } = database
    await store.exec('CREATE TABLE t (n int)')
    const failed = store.connection(connection =>
      connection.transaction(async tx => {
        await tx.exec('INSERT INTO t VALUES (1)')
        await tx.exec('SELECT 1 / 0')
      }),
    )
    await expect(failed).rejects.toMatchObject({ code: '22012' })
    expect(await store.query('SELECT n FROM t')).toEqual([])
  })
})

describe('the address of a PostgreSQL', () => {
  test.each([
    ['postgres://a:b@host/db', '-c TimeZone=UTC'],
    [
      'postgres://a:b@host/db?sslmode=require&options=-c%20statement_timeout%3D5000',
      '-c statement_timeout=5000 -c TimeZone=UTC',
    ],
  ])('%s keeps its options and gains the zone', (url, options) => {
    expect(new URL(inUtc(url)).searchParams.get('options')).toBe(options)
    expect(inUtc(url).split('?')[0]).toBe('postgres://a:b@host/db')
  })
})
