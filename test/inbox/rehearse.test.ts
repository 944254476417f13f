import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text } from '../../src/content/build.ts'
import { plain } from '../../src/content/plain.ts'
import { features } from '../../src/features/index.ts'
import type { House as PlatformHouse } from '../../src/platform/house.ts'
import { type Cast, givenCast, type House, message, openHouse } from '../house.ts'
import { type TemporaryDatabase, temporaryStore } from '../store/fixture.ts'
import { probe } from './probe.ts'

let database: TemporaryDatabase
let house: House
let cast: Cast
let asked: PlatformHouse

beforeAll(async () => {
  database = await temporaryStore()
  cast = await givenCast(database.store)
  const pages = [
    { name: 'first', home: async () => [text('one')] },
    { name: 'silent', home: async () => [] },
    { name: 'last', home: async () => [text('two')] },
  ]
  house = await openHouse({ store: database.store, features: [...features, probe, ...pages] })
  asked = house.app.houseFor('slack')
})
afterAll(async () => {
  await house.app.stop()
  await database.close()
})

describe('a rehearsal', () => {
  it('tells what would be said, and leaves nothing behind', async () => {
    const { said, refused } = await asked.rehearse(message('/echo hello'))
    expect({ said: said.map(plain), refused }).toEqual({ said: ['hello'], refused: false })
    expect(await database.store.prisma.delivery.count()).toBe(0)
    expect(await database.store.prisma.inboundEvent.count()).toBe(0)
  })

  it('tells a refusal as one', async () => {
    const { said, refused } = await asked.rehearse(message('/refuse'))
    expect({ said: said.map(plain), refused }).toEqual({ said: ['That cannot be.'], refused: true })
  })

  it('makes nobody known', async () => {
    await asked.rehearse(message('/echo who am I', { suffix: 'stranger' }))
    expect(await database.store.prisma.account.count()).toBe(1)
  })

  it('fails as the verb fails', async () => {
    await expect(asked.rehearse(message('/stumble'))).rejects.toThrow(TypeError)
  })
})

it("puts on somebody's own page what each feature has for it", async () => {
  const page = await asked.home({ accountId: 'U-li' })
  const words = plain(page)
  expect(words).toMatch(/one\n---\ntwo$/)
})

describe('what a platform asks after it was away', () => {
  it('is answered with the groups of teams and the last moment that anything was heard there', async () => {
    expect(await asked.heardUntil()).toEqual([])
    await asked.caughtUp()
    await asked.intake(message('/echo heard'))
    await house.app.settle()
    expect(await asked.heardUntil()).toEqual([{ channelId: 'C-li', at: house.clock.now() }])
    expect(await house.app.houseFor('wecom').heardUntil()).toEqual([])
  })

  it('is answered in the same way until what was missed has been fetched', async () => {
    const before = house.clock.now()
    house.clock.moveTo(new Date(before.getTime() + 3_600_000))
    await asked.intake(message('/echo later'))
    expect(await asked.heardUntil()).toEqual([{ channelId: 'C-li', at: before }])
    await asked.caughtUp()
    expect(await asked.heardUntil()).toEqual([{ channelId: 'C-li', at: house.clock.now() }])
    await house.app.settle()
  })

  it('is answered with the moment of the loss where something came in since, and that is kept as well', async () => {
    const now = house.clock.now().getTime()
    const [before, after] = [new Date(now - 60_000), new Date(now + 60_000)]
    for (const [lostAt, at] of [
      [before, before],
      [after, house.clock.now()],
    ] as const) {
      await asked.caughtUp()
      expect(await asked.heardUntil(lostAt)).toEqual([{ channelId: 'C-li', at }])
      expect(await asked.heardUntil()).toEqual([{ channelId: 'C-li', at }])
    }
    await asked.caughtUp()
  })

  it('is answered with the content of a delivery, by the key of any of its parts', async () => {
    const sent = await database.store.prisma.delivery.findFirstOrThrow({ where: { teamId: cast.team.id } })
    const content = await asked.said(`${sent.id}:1`)
    expect(content && plain(content)).toBe('heard')
    expect(await asked.said('nothing of ours')).toBeNull()
  })
})

it('counts what was said from when it was said, however late it was heard', async () => {
  const said = new Date(house.clock.now().getTime() - 7_200_000)
  await asked.intake({ ...message('/echo late'), at: said.toISOString() })
  await asked.intake({ ...message('/echo ahead'), at: new Date(house.clock.now().getTime() + 60_000).toISOString() })
  await house.app.settle()
  const rows = await database.store.prisma.delivery.findMany({ orderBy: { seq: 'desc' }, take: 2 })
  expect(rows.map(row => row.createdAt)).toEqual([house.clock.now(), said])
})
