import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UserError } from '../../src/base/errors.ts'
import { keptOffset } from '../../src/schedule/travel.ts'
import { givenCast, type House, openHouse, says } from '../house.ts'
import { type TemporaryDatabase, temporaryStore } from '../store/fixture.ts'
import { feature, sayingJob, slotsOf } from './jobs.ts'

const at = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00+08:00`)

/** Says in an hour what it has to say. */
const later = {
  ...sayingJob('later'),
  run: async (ctx, slot) =>
    ctx.say({
      to: { team: ctx.team.id },
      content: says('an hour later'),
      lane: 'nudge',
      purpose: 'probe.later',
      key: `later ${slot.at.toISOString()}`,
      notBefore: new Date(slot.at.getTime() + 3_600_000),
    }),
} satisfies ReturnType<typeof sayingJob>

describe('travel', () => {
  let database: TemporaryDatabase
  let house: House
  beforeAll(async () => {
    database = await temporaryStore()
    await givenCast(database.store)
    const jobs = [sayingJob('board', { at: ['10:00', '17:00'] }), later]
    house = await openHouse({ store: database.store, features: [feature(...jobs)] })
    await house.app.rescheduleAll()
  })
  afterAll(async () => {
    await house.app.stop()
    await database.close()
  })

  it('knows what comes next', async () => {
    expect(await house.app.next()).toMatchObject({ at: at('10:00') })
  })

  it('foresees what then happens, and leaves nothing behind', async () => {
    const { messages, complete } = await house.app.foresee(at('18:00', 24))
    expect(complete).toBe(true)
    expect(await house.store.prisma.delivery.count()).toBe(0)
    expect(await house.store.prisma.slot.count()).toBe(0)
    expect(await house.app.next()).toMatchObject({ at: at('10:00') })

    await house.app.travel(at('18:00', 24))
    const rows = await house.store.prisma.delivery.findMany({ orderBy: [{ notBefore: 'asc' }, { seq: 'asc' }] })
    expect(messages).toHaveLength(6)
    expect(messages).toEqual(
      rows.map(row => ({
        at: row.notBefore,
        purpose: row.purpose,
        channelId: row.channelId,
        personId: row.personId,
        content: row.content,
        reason: row.reason,
      })),
    )
  })

  it('has run everything due on the way, each at its time and in order', async () => {
    expect(house.slack.texts).toEqual([
      'board 11-23T02:00',
      'an hour later',
      'board 11-23T09:00',
      'board 11-24T02:00',
      'an hour later',
      'board 11-24T09:00',
    ])
    const sent = await house.store.prisma.delivery.findMany({ orderBy: { seq: 'asc' } })
    expect(sent.every(row => row.sentAt?.getTime() === row.notBefore.getTime())).toBe(true)
    expect((await slotsOf(house)).every(slot => slot.endsWith(' ran'))).toBe(true)
    expect(house.clock.now()).toEqual(at('18:00', 24))
  })

  it('never goes backwards, and then changes nothing', async () => {
    const back = house.app.travel(at('17:59', 24))
    await expect(back).rejects.toSatisfy(error => error instanceof UserError && error.code === 'clock.backwards')
    expect(house.clock.now()).toEqual(at('18:00', 24))
  })

  it('twice at once is one after the other', async () => {
    await Promise.all([house.app.travel(at('12:00', 25)), house.app.travel(at('18:00', 25))])
    expect(house.slack.texts.slice(6)).toEqual(['board 11-25T02:00', 'an hour later', 'board 11-25T09:00'])
  })

  it('is remembered for the next start', async () => {
    // The clock of the test stands still while the machine's goes on.
    const lost = (await keptOffset(house.store.prisma)) - house.clock.offset
    expect(lost).toBeGreaterThanOrEqual(0)
    expect(lost).toBeLessThan(60_000)
  })
})

describe('what comes next', () => {
  const openWith = async (...jobs: ReturnType<typeof sayingJob>[]) => {
    const database = await temporaryStore()
    await givenCast(database.store)
    const house = await openHouse({ store: database.store, features: [feature(...jobs)] })
    await house.app.rescheduleAll()
    const close = async () => {
      await house.app.stop()
      await database.close()
    }
    return { house, [Symbol.asyncDispose]: close }
  }
  const alarm = sayingJob('alarm', { at: '10:00', quiet: true })

  it('is the next job that speaks; the quiet ones on the way are run all the same', async () => {
    await using open = await openWith(alarm, sayingJob('digest', { at: '17:00' }))
    const next = await open.house.app.next()
    expect(next).toMatchObject({ at: at('17:00'), job: { name: 'probe.digest' } })
    await open.house.app.travel(at('17:00'))
    expect(await slotsOf(open.house)).toEqual(['alarm 11-23T02:00 ran', 'digest 11-23T09:00 ran'])
  })

  it('is a quiet job where no other is due', async () => {
    await using open = await openWith(alarm)
    expect(await open.house.app.next()).toMatchObject({ at: at('10:00'), job: { name: 'probe.alarm' } })
  })
})
