import { describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { givenCast, openHouse } from '../house.ts'
import { eachDatabase, quiet, temporaryPostgres, temporaryStore } from '../store/fixture.ts'
import { feature, sayingJob, slotsOf } from './jobs.ts'

/** Monday the 23rd in Shanghai, as instants. */
const at = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00+08:00`)

describe.each(eachDatabase)('a slot on $name', ({ open }) => {
  it('runs once, however often the clock ticks', async context => {
    await using database = await open(context)
    await givenCast(database.store)
    await using house = await openHouse({ store: database.store, features: [feature(sayingJob('board'))] })
    await house.app.rescheduleAll()
    await house.tick()
    await house.app.settle()
    expect(house.slack.texts).toEqual([])

    house.clock.moveTo(at('10:00'))
    await Promise.all([house.tick(), house.tick(), house.tick()])
    await house.app.settle()
    await house.tick()
    await house.app.settle()
    expect(house.slack.texts).toEqual(['board 11-23T02:00'])
    expect(await slotsOf(house)).toEqual(['board 11-23T02:00 ran'])
  })

  it('that failed stays due and is run again, while others run', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    let broken = true
    const jobs = [sayingJob('bad', { broken: () => broken }), sayingJob('good')]
    await using house = await openHouse({ store, features: [feature(...jobs)] })
    await house.app.travel(at('10:00'))
    expect(house.slack.texts).toEqual([])
    await house.app.rescheduleAll()
    await house.app.travel(at('10:00', 24))
    expect(house.slack.texts).toEqual(['good 11-24T02:00'])
    expect(await slotsOf(house)).toEqual(['good 11-24T02:00 ran'])

    broken = false
    await house.tick()
    await house.app.settle()
    expect(house.slack.texts).toEqual(['good 11-24T02:00', 'bad 11-24T02:00'])
    expect(await slotsOf(house)).toEqual(['bad 11-24T02:00 ran', 'good 11-24T02:00 ran'])
  })
})

describe('after downtime', () => {
  /** Nobody was there from 09:00 to 12:00; each job was due at 10:00 and at 11:30. */
  async function comeBack(policy: Parameters<typeof sayingJob>[1]) {
    const database = await temporaryStore()
    await givenCast(database.store)
    const job = sayingJob('job', { at: ['10:00', '11:30'], ...policy })
    const house = await openHouse({ store: database.store, features: [feature(job)] })
    await house.app.rescheduleAll()
    house.clock.moveTo(at('12:00'))
    await house.tick()
    await house.app.settle()
    const result = { said: house.slack.texts, slots: await slotsOf(house) }
    await house.app.stop()
    await database.close()
    return result
  }

  it('a slot within its grace runs late, for its own time, and says so', async () => {
    const { said, slots } = await comeBack({ catchUp: { grace: 60, missed: 'all' } })
    expect(said).toEqual(['job 11-23T03:30'])
    expect(slots).toEqual([
      'job 11-23T02:00 skipped too-late: 120 minutes late',
      'job 11-23T03:30 ran caught-up: 30 minutes late',
    ])
  })

  it.each([
    { missed: 'all', said: ['job 11-23T02:00', 'job 11-23T03:30'], first: 'ran caught-up: 120 minutes late' },
    { missed: 'latest', said: ['job 11-23T03:30'], first: 'skipped superseded: 120 minutes late' },
    { missed: 'skip', said: [], first: 'skipped never-late: 120 minutes late' },
  ] as const)('its policy "$missed" decides, and the slots tell why', async ({ missed, said, first }) => {
    const result = await comeBack({ catchUp: { grace: 600, missed } })
    expect(result.said).toEqual(said)
    expect(result.slots[0]).toBe(`job 11-23T02:00 ${first}`)
    expect(result.slots).toHaveLength(2)
  })
})

it('runs once when two processes on one database tick at the same moment', async context => {
  const opened = await temporaryPostgres()
  if ('reason' in opened) return context.skip(opened.reason)
  await using database = opened
  const elsewhere = await openStore({ ...database.settings, log: quiet })
  try {
    for (const suffix of ['a', 'b', 'c', 'd']) await givenCast(database.store, suffix)
    const features = [feature(sayingJob('first'), sayingJob('second'))]
    await using here = await openHouse({ store: database.store, features, owner: 'test/1' })
    await using there = await openHouse({ store: elsewhere, features, owner: 'test/2' })
    await here.app.start()
    await there.app.start()
    for (const day of [23, 24, 25]) {
      for (const house of [here, there]) house.clock.moveTo(at('10:00', day))
      await Promise.all([here, there, here, there].map(house => house.tick()))
      const done = (day - 22) * 8
      const sent = () => database.store.prisma.delivery.count({ where: { state: 'sent' } })
      await expect.poll(sent, { timeout: 30_000 }).toBe(done)
      // A minute of the real clock may pass meanwhile, and is a slot too.
      const ofJobs = { job: { not: { startsWith: 'clock.' } } }
      expect(await database.store.prisma.slot.count({ where: ofJobs })).toBe(done)
    }
    const heard = [here, there].flatMap(({ slack }) => slack.calls.map(call => JSON.stringify({ ...call, key: null })))
    expect(heard).toHaveLength(24)
    expect(new Set(heard).size, 'each group heard each slot').toBe(24)
  } finally {
    await elsewhere.close()
  }
})
