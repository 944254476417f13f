import { describe, expect, it } from 'vitest'
import { createLeases } from '../../src/store/leases.ts'
import { eachDatabase, quiet } from './fixture.ts'

const quick = { lastsMs: 600, renewEveryMs: 100 }
const postgres = eachDatabase.filter(({ name }) => name === 'PostgreSQL')

/** Holds until it is told to let go, and says so. */
function work(log: string[], name: string, until: Promise<unknown> = new Promise(() => {})) {
  return async (held: AbortSignal) => {
    log.push(`${name} has it`)
    await Promise.race([until, new Promise(resolve => held.addEventListener('abort', resolve, { once: true }))])
    log.push(`${name} lets go`)
  }
}

describe.each(eachDatabase)('a lease on $name', ({ open }) => {
  it('ends with the work, or with the signal', async context => {
    await using database = await open(context)
    const leases = createLeases(database.store, quiet, quick)
    await leases.hold('bot', new AbortController().signal, async () => {})
    const stop = new AbortController()
    const log: string[] = []
    const held = leases.hold('bot', stop.signal, work(log, 'one'))
    await expect.poll(() => log).toEqual(['one has it'])
    stop.abort()
    await held
    expect(log).toEqual(['one has it', 'one lets go'])
    expect(await database.store.query('SELECT * FROM "Lease"')).toEqual([])
  })

  it('passes on what goes wrong in the work, and is free again', async context => {
    await using database = await open(context)
    const leases = createLeases(database.store, quiet, quick)
    const { signal } = new AbortController()
    await expect(leases.hold('bot', signal, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await leases.hold('bot', signal, async () => {})
  })
})

describe.each(postgres)('a lease of which several processes want to be the holder', ({ open }) => {
  it('is held by one at a time; another follows when it is given back', async context => {
    await using database = await open(context)
    const log: string[] = []
    const { signal } = new AbortController()
    const done = Promise.withResolvers<void>()
    const one = createLeases(database.store, quiet, quick).hold('bot', signal, work(log, 'one', done.promise))
    await expect.poll(() => log).toEqual(['one has it'])
    const two = createLeases(database.store, quiet, quick).hold('bot', signal, async () => void log.push('two has it'))
    // Longer than a lease lasts: it is renewed.
    await new Promise(resolve => setTimeout(resolve, 900))
    expect(log).toEqual(['one has it'])
    done.resolve()
    await Promise.all([one, two])
    expect(log).toEqual(['one has it', 'one lets go', 'two has it'])
  })

  it('is let go by whoever cannot renew it, before another takes it', async context => {
    await using database = await open(context)
    const { store } = database
    const log: string[] = []
    const stop = new AbortController()
    // The first one's process stands still: its questions to the database are not answered.
    let stands = false
    const sleepy = {
      ...store,
      query: ((...asked) => (stands ? new Promise(() => {}) : store.query(...asked))) as typeof store.query,
    }
    void createLeases(sleepy, quiet, quick).hold('bot', stop.signal, work(log, 'one'))
    await expect.poll(() => log).toEqual(['one has it'])
    stands = true
    await createLeases(store, quiet, quick).hold('bot', stop.signal, async () => void log.push('two has it'))
    expect(log).toEqual(['one has it', 'one lets go', 'two has it'])
    stop.abort()
  })
})
