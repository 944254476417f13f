import { describe, expect, it } from 'vitest'
import { givenCast, message, openHouse } from '../house.ts'
import { eachDatabase } from '../store/fixture.ts'
import { probe } from './probe.ts'

describe.each(eachDatabase)('accept on $name', ({ open }) => {
  it('has written an event down, and its job, when it resolves', async context => {
    await using database = await open(context)
    await using house = await openHouse({ store: database.store, features: [probe] })
    await house.app.intake(message('/echo one'))
    const rows = await database.store.prisma.inboundEvent.findMany()
    expect(rows).toMatchObject([{ state: 'pending', conversation: 'slack:C-li' }])
    const jobs = await database.store.query<{ data: unknown }>(`SELECT data FROM pgboss.job WHERE name = 'inbox'`)
    expect(jobs).toEqual([{ data: { ids: [String(rows[0]?.id)] } }])
  })

  it('settles small talk by writing it down: its words are not kept and nobody looks at it again', async context => {
    await using database = await open(context)
    const { store } = database
    await using house = await openHouse({ store, features: [probe] })
    const talk = message('the marzipan is in the kitchen')
    await Promise.all([talk, talk].map(event => house.app.intake(event)))
    expect(await store.prisma.inboundEvent.findMany()).toMatchObject([
      { eventId: talk.eventId, state: 'handled', payload: null, handledAt: house.clock.now() },
    ])
    expect(await store.query(`SELECT 1 FROM pgboss.job WHERE name = 'inbox'`)).toEqual([])
  })

  it('leaves what arrives with small talk to be handled, in its order', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    await using house = await openHouse({ store, features: [probe] })
    const words = ['/echo one', 'well', '/echo two', 'so', '/echo three']
    await Promise.all(words.map(text => house.app.intake(message(text))))
    const rows = await store.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(row => row.state)).toEqual(['pending', 'handled', 'pending', 'handled', 'pending'])
    await house.app.settle()
    expect(house.slack.texts).toEqual(['one', 'two', 'three'])
  })

  it('commits what arrives together in few transactions', async context => {
    await using database = await open(context)
    await using house = await openHouse({ store: database.store, features: [probe] })
    await Promise.all(Array.from({ length: 120 }, (_, n) => house.app.intake(message(`hello ${n}`))))
    const [row] = await database.store.query<{ rows: bigint; commits: bigint }>(
      'SELECT count(*) AS rows, count(DISTINCT xmin::text) AS commits FROM "InboundEvent"',
    )
    expect(row?.rows).toBe(120n)
    expect(Number(row?.commits)).toBeLessThanOrEqual(3)
  })

  it('takes one event for one, however often and wherever it comes in', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    await using first = await openHouse({ store, features: [probe], owner: 'test/1' })
    await using second = await openHouse({ store, features: [probe], owner: 'test/2' })
    const event = message('/echo once')
    await Promise.all([first, first, second, second].map(house => house.app.intake(event)))
    await first.app.intake(event)
    await first.app.settle()
    await second.app.intake(event)
    await second.app.settle()
    expect(await store.prisma.inboundEvent.count()).toBe(1)
    expect([...first.slack.texts, ...second.slack.texts]).toEqual(['once'])
  })

  it('keeps what no database can keep from failing what arrives with it', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    await using house = await openHouse({ store, features: [probe] })
    const words = ['/echo one', '/echo t\0wo', '/echo thr\ud800ee']
    await Promise.all(words.map(text => house.app.intake(message(text))))
    await house.app.settle()
    expect(house.slack.texts).toEqual(['one', 'two', 'thr\ufffdee'])
  })

  it('refuses what is no event, and only that', async context => {
    await using database = await open(context)
    await using house = await openHouse({ store: database.store, features: [probe] })
    const odd = { ...message('odd'), eventId: '' }
    const results = await Promise.allSettled([odd, message('good')].map(event => house.app.intake(event)))
    expect(results.map(result => result.status)).toEqual(['rejected', 'fulfilled'])
    expect(await database.store.prisma.inboundEvent.count()).toBe(1)
  })
})
