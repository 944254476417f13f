import { describe, expect, test } from 'vitest'
import { inTransaction, type Tx } from '../../src/store/transaction.ts'
import { eachDatabase } from './fixture.ts'

const none = { migrations: null }

/** Reads and writes in two steps, so that a concurrent one can come between. */
async function increment(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<{ n: number }[]>`SELECT n FROM counter`
  await tx.$executeRaw`UPDATE counter SET n = ${(rows[0]?.n ?? 0) + 1}`
}

describe.each(eachDatabase)('a transaction on $name', ({ open }) => {
  test('loses no update when serializable, however many run at once', async context => {
    await using database = await open(context, none)
    const { store } = database
    await store.exec('CREATE TABLE counter (n int); INSERT INTO counter VALUES (0)')
    const settings = { isolation: 'Serializable', attempts: 50 } as const
    await Promise.all(Array.from({ length: 20 }, () => inTransaction(store, increment, settings)))
    expect(await store.query('SELECT n FROM counter')).toEqual([{ n: 20 }])
  })

  test('is rolled back by an error, which is not tried again', async context => {
    await using database = await open(context, none)
    const { store } = database
    await store.exec('CREATE TABLE counter (n int); INSERT INTO counter VALUES (0)')
    let runs = 0
    const failing = inTransaction(store, async tx => {
      runs += 1
      await increment(tx)
      throw new Error('not today')
    })
    await expect(failing).rejects.toThrow('not today')
    expect(runs).toBe(1)
    expect(await store.query('SELECT n FROM counter')).toEqual([{ n: 0 }])
  })
})

describe.each(eachDatabase.filter(({ name }) => name === 'PostgreSQL'))('two transactions on $name', ({ open }) => {
  test('that wait for each other both succeed, one of them on its second try', async context => {
    await using database = await open(context, none)
    const { store } = database
    await store.exec('CREATE TABLE pair (id int PRIMARY KEY, n int); INSERT INTO pair VALUES (1, 0), (2, 0)')
    let runs = 0
    const met = meetingOf(2)
    const touchBoth = (first: number, second: number) =>
      inTransaction(store, async tx => {
        runs += 1
        await tx.$executeRaw`UPDATE pair SET n = n + 1 WHERE id = ${first}`
        await met()
        await tx.$executeRaw`UPDATE pair SET n = n + 1 WHERE id = ${second}`
      })
    await Promise.all([touchBoth(1, 2), touchBoth(2, 1)])
    expect(runs).toBe(3)
    expect(await store.query('SELECT n FROM pair')).toEqual([{ n: 2 }, { n: 2 }])
  })

  test('are given up after the stated number of tries, with the error of the database', async context => {
    await using database = await open(context, none)
    const { store } = database
    await store.exec('CREATE TABLE counter (n int); INSERT INTO counter VALUES (0)')
    const overtaken = inTransaction(
      store,
      async tx => {
        await tx.$queryRaw`SELECT n FROM counter`
        await store.exec('UPDATE counter SET n = n + 1')
        await tx.$executeRaw`UPDATE counter SET n = n + 1`
      },
      { isolation: 'Serializable', attempts: 3 },
    )
    await expect(overtaken).rejects.toThrow('could not serialize')
    expect(await store.query('SELECT n FROM counter')).toEqual([{ n: 3 }])
  })
})

/** A promise that is fulfilled once `count` callers have asked for it. */
function meetingOf(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let present = 0
  return () => {
    present += 1
    if (present >= count) resolve()
    return promise
  }
}
