import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/engine/engine.ts'
import { abreast, type Handlers, type Jobs } from '../../src/engine/queues.ts'
import type { Store } from '../../src/store/store.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { eachDatabase, quiet } from '../store/fixture.ts'

/** An engine whose outbox jobs do `work` with their conversation, also those of the one process that may do them. */
async function openEngine(store: Store, work: (conversation: string) => Promise<void>) {
  const engine = createEngine(store, quiet)
  await engine.prepare()
  const none = async () => {}
  const outbox = (job: Jobs['outbox']) => work(job.conversation)
  const handlers: Handlers = { inbox: none, reactions: none, slots: none, outbox, 'outbox-sole': outbox }
  return {
    engine,
    handlers,
    put: (...conversations: readonly string[]) =>
      inTransaction(store, tx =>
        engine.enqueue(
          tx,
          'outbox',
          conversations.map(conversation => ({ conversation })),
        ),
      ),
    [Symbol.asyncDispose]: () => engine.stop(),
  }
}

describe.each(eachDatabase)('the engine on $name', ({ open }) => {
  it('has a job when the transaction that put it there commits, and only then', async context => {
    await using database = await open(context)
    const done: string[] = []
    await using bench = await openEngine(database.store, async it => void done.push(it))
    const undone = inTransaction(database.store, async tx => {
      await bench.engine.enqueue(tx, 'outbox', [{ conversation: 'undone' }])
      throw new Error('rolled back')
    })
    await expect(undone).rejects.toThrow('rolled back')
    await bench.put('kept')
    await bench.engine.settle(bench.handlers)
    expect(done).toEqual(['kept'])
  })

  it('goes on when one job fails, and comes back to that one', async context => {
    await using database = await open(context)
    const tried: string[] = []
    let broken = true
    await using bench = await openEngine(database.store, async it => {
      tried.push(it)
      if (it === 'b' && broken) throw new Error('not yet')
    })
    await bench.put('a', 'b', 'c')
    await bench.engine.settle(bench.handlers)
    expect(tried).toEqual(['a', 'b', 'c'])
    broken = false
    await bench.engine.start(bench.handlers)
    await expect.poll(() => tried, { timeout: 20_000 }).toEqual(['a', 'b', 'c', 'b'])
  })

  it('works in several conversations at once, and in no more than it should', async context => {
    await using database = await open(context)
    let [now, most] = [0, 0]
    const done: string[] = []
    await using bench = await openEngine(database.store, async it => {
      now += 1
      most = Math.max(most, now)
      await sleep(5)
      now -= 1
      done.push(it)
    })
    const names = Array.from({ length: 30 }, (_, n) => `c${n}`)
    await bench.put(...names)
    await bench.engine.settle(bench.handlers)
    expect(done.toSorted()).toEqual(names.toSorted())
    expect(most).toBe(abreast.outbox)
  })

  it('keeps a job that failed every time where it can be seen', async context => {
    await using database = await open(context)
    await using bench = await openEngine(database.store, async () => {
      throw new Error('never')
    })
    await bench.put('a')
    await database.store.exec('UPDATE pgboss.job SET retry_limit = 0')
    await bench.engine.settle(bench.handlers)
    expect(await bench.engine.dead()).toBe(1)
  })

  it('works on what comes in soon after it comes, and ends what it began before it stops', async context => {
    await using database = await open(context)
    const done: string[] = []
    const begun: string[] = []
    const bench = await openEngine(database.store, async it => {
      begun.push(it)
      await sleep(300)
      done.push(it)
    })
    await bench.engine.start(bench.handlers)
    await bench.put('a')
    await expect.poll(() => begun).toEqual(['a'])
    await bench.engine.stop()
    expect(done).toEqual(['a'])
  })

  it('settles only when the work that follows from work is done too', async context => {
    await using database = await open(context)
    const done: string[] = []
    await using bench = await openEngine(database.store, async it => {
      done.push(it)
      if (it.length < 4) await bench.put(`${it}a`)
    })
    await bench.put('a')
    await bench.engine.settle(bench.handlers)
    expect(done).toEqual(['a', 'aa', 'aaa', 'aaaa'])
  })
})
