import { describe, expect, it } from 'vitest'
import { createEngine } from '../src/engine/engine.ts'
import type { Handlers } from '../src/engine/queues.ts'
import { createListening } from '../src/listening.ts'
import type { Adapter } from '../src/platform/adapter.ts'
import type { House } from '../src/platform/house.ts'
import { createLeases } from '../src/store/leases.ts'
import type { Store } from '../src/store/store.ts'
import { inTransaction } from '../src/store/transaction.ts'
import { ScriptedAdapter } from './outbox/scripted-adapter.ts'
import { eachDatabase, quiet } from './store/fixture.ts'

const postgres = eachDatabase.filter(({ name }) => name === 'PostgreSQL')

/** Notes when a platform is listened to, which ends with the signal. */
function listenedTo(platform: 'wecom' | 'slack', noted: string[], sole: boolean): Adapter {
  const adapter: Adapter = Object.assign(new ScriptedAdapter({ platform }), { sole })
  adapter.listen = async (_house, signal) => {
    noted.push(`hears ${platform}`)
    await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))
    noted.push(`no more ${platform}`)
  }
  return adapter
}

/** One process of an installation with a platform that all may listen to, and one that only one may. */
async function openProcess(store: Store, { isSlackBroken = false } = {}) {
  const noted: string[] = []
  const engine = createEngine(store, quiet)
  await engine.prepare()
  const none = async () => {}
  const alone: Handlers['outbox-sole'] = async job => void noted.push(`sends ${job.conversation}`)
  const handlers: Handlers = { inbox: none, reactions: none, slots: none, outbox: none, 'outbox-sole': alone }
  const slack = listenedTo('slack', noted, false)
  if (isSlackBroken) slack.listen = () => Promise.reject(new Error('broken'))
  const adapters = [slack, listenedTo('wecom', noted, true)]
  const listening = createListening({
    adapters: new Map(adapters.map(adapter => [adapter.platform, adapter])),
    leases: createLeases(store, quiet, { lastsMs: 600, renewEveryMs: 100 }),
    engine,
    log: quiet,
    houseFor: () => ({}) as House,
  })
  const stop = new AbortController()
  let listened: Promise<void> | undefined
  async function end() {
    stop.abort()
    await listened
    await engine.stop()
  }
  return {
    noted,
    isSole: listening.isSole,
    listen: () => {
      listened = listening.listen(handlers, stop.signal)
    },
    leave: (conversation: string) => inTransaction(store, tx => engine.enqueue(tx, 'outbox-sole', [{ conversation }])),
    end,
    [Symbol.asyncDispose]: end,
  }
}

describe.each(postgres)('a platform that allows one connection', ({ open }) => {
  it('is listened and spoken to by one process, which says what others leave; another follows', async context => {
    await using database = await open(context)
    await using one = await openProcess(database.store)
    await using two = await openProcess(database.store)
    one.listen()
    await expect.poll(() => one.noted).toEqual(['hears slack', 'hears wecom'])
    two.listen()
    await two.leave('a')
    await expect.poll(() => one.noted).toContain('sends a')
    expect([one.isSole(), two.isSole(), two.noted]).toEqual([true, false, ['hears slack']])
    await one.end()
    await two.leave('b')
    await expect.poll(() => two.noted).toEqual(['hears slack', 'hears wecom', 'sends b'])
    expect([one.isSole(), two.isSole()]).toEqual([false, true])
    expect(one.noted).not.toContain('sends b')
  })
})

describe.each(eachDatabase)('listening on $name', ({ open }) => {
  it('goes on with the other platforms when one fails', async context => {
    await using database = await open(context)
    await using process = await openProcess(database.store, { isSlackBroken: true })
    process.listen()
    await expect.poll(() => process.noted).toEqual(['hears wecom'])
    expect(process.isSole()).toBe(true)
    await process.end()
    expect(process.noted).toEqual(['hears wecom', 'no more wecom'])
  })
})
