import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeMinute } from '../../src/schedule/tick.ts'
import { type TemporaryDatabase, temporaryStore } from '../store/fixture.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

it('gives each minute of each task to one taker, as a slot of no team', async () => {
  const minute = 'tick:2026-11-23T01:00:00.000Z'
  const takers = await Promise.all([1, 2, 3].map(() => takeMinute(database.store, minute)))
  expect(takers.filter(Boolean)).toHaveLength(1)
  expect(await takeMinute(database.store, 'maintain:2026-11-23T01:00:00.000Z')).toBe(true)
  expect(await takeMinute(database.store, 'tick:2026-11-23T01:01:00.000Z')).toBe(true)
  const slots = await database.store.prisma.slot.findMany({ orderBy: [{ at: 'asc' }, { job: 'asc' }] })
  expect(slots.map(({ job, at, outcome }) => `${job} ${at.toISOString()} ${outcome}`)).toEqual([
    'clock.maintain 2026-11-23T01:00:00.000Z ran',
    'clock.tick 2026-11-23T01:00:00.000Z ran',
    'clock.tick 2026-11-23T01:01:00.000Z ran',
  ])
})
