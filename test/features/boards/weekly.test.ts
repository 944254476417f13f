import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextSlot } from '../../../src/calendar/schedule.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const weekly = boards.jobs?.find(job => job.name === 'boards.weekly')
const zone = 'Asia/Shanghai'

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage(store: Store, settings: Record<string, unknown> = {}) {
  const people = [{ name: '李伟' }, { name: '张三', lang: 'en' as const }, { name: '赵六' }]
  const staged = await stageTeam(store, people, settings)
  const { team } = staged

  /** The first slot after that day's midnight. */
  async function slotAfter(date: string) {
    const [schedule] = (await weekly?.schedules(store.prisma, team)) ?? []
    return schedule ? nextSlot(schedule.spec, zone, team.calendar, toInstant(date, '00:00', zone)) : null
  }

  /** Runs the job for the slot, `late` minutes after it. */
  async function run(slot: { at: Date; date: string } | null, late = 0) {
    if (!weekly || !slot) throw new Error('no slot')
    return inTransaction(store, async tx => {
      const now = new Date(slot.at.getTime() + late * 60_000)
      const { ctx, said } = makeContext(tx, { team, actor: null, place: null, now })
      await weekly.run(ctx, { at: slot.at, date: slot.date, arg: '' })
      return said.map(saying => ({ ...saying, words: wordsOf(saying.content) }))
    })
  }

  return { ...staged, slotAfter, run }
}

describe('the weekly board is due', () => {
  it.each([
    ['an ordinary week', '2026-11-16', '2026-11-20'],
    ['the week whose Friday is a holiday', '2026-09-28', '2026-09-30'],
    ['the week with a make-up Saturday', '2026-10-08', '2026-10-09'],
  ])('in %s', async (_, monday, date) => {
    const { slotAfter } = await stage(database.store)
    expect(await slotAfter(monday)).toMatchObject({ date, time: '17:00', at: toInstant(date, '17:00', zone) })
  })

  it('at the time that the team set, or never', async () => {
    const early = await stage(database.store, { boards: { weeklyAt: '16:30' } })
    expect(await early.slotAfter('2026-11-16')).toMatchObject({ date: '2026-11-20', time: '16:30' })
    const none = await stage(database.store, { boards: { weekly: [] } })
    expect(await none.slotAfter('2026-11-16')).toBeNull()
  })
})

describe('the weekly board', () => {
  it('tells the team its top and each member on it their own place', async () => {
    const { record, slotAfter, run, team, who } = await stage(database.store)
    const now = toInstant('2026-09-29', '19:00', zone)
    await record('李伟', '2026-09-29', { calls: 20, revenue: 80_000 }, { now })
    await record('张三', '2026-09-29', { calls: 30, revenue: 50_000 }, { now })
    const slot = await slotAfter('2026-09-28')
    const said = await run(slot)
    expect(said.map(saying => saying.to)).toEqual([
      { team: team.id },
      { person: who('李伟').personId },
      { person: who('张三').personId },
    ])
    const [posted, first, second] = said
    expect(posted?.words).toContain('签单额榜 · 2026年第40周（9月28日至10月4日）')
    expect(posted?.words).toContain('1 | 李伟 | 8万\n2 | 张三 | 5万\n')
    expect(posted?.words).toContain('截至 2026年9月30日 17:00')
    expect(posted).toMatchObject({ lane: 'digest', key: `boards.weekly:${team.id}:2026-09-30T09:00:00.000Z` })
    expect(first?.words).toContain('你在 2 人中排第 1')
    expect(second?.words).toContain('you are number 2 of 2, 30,000 from the next place')
    expect(second).toMatchObject({ lane: 'digest', expiresAt: toInstant('2026-10-01', '00:00', zone) })
    expect(new Set(said.map(saying => saying.key)).size).toBe(3)
    expect((await run(slot)).map(saying => saying.key)).toEqual(said.map(saying => saying.key))
  })

  it('stands as at its slot, however late it runs', async () => {
    const { record, slotAfter, run } = await stage(database.store)
    const slot = await slotAfter('2026-11-16')
    const reportId = '01993f00-0000-7000-8000-000000000002'
    await record('李伟', '2026-11-20', { revenue: 100 }, { reportId, now: toInstant('2026-11-20', '16:59', zone) })
    await record('李伟', '2026-11-20', { revenue: 700 }, { reportId, now: toInstant('2026-11-20', '18:00', zone) })
    await record('张三', '2026-11-20', { revenue: 500 }, { now: toInstant('2026-11-20', '18:30', zone) })
    const [posted, ...places] = await run(slot, 120)
    expect(posted?.words).toContain('1 | 李伟 | 100\n')
    expect(posted?.words).not.toContain('张三')
    expect(places).toHaveLength(1)
  })

  it('takes the next metric of the list when nobody has a value of the first', async () => {
    const { record, slotAfter, run } = await stage(database.store)
    await record('李伟', '2026-11-18', { calls: 12, revenue: 0 }, { now: toInstant('2026-11-18', '19:00', zone) })
    const [posted] = await run(await slotAfter('2026-11-16'))
    expect(posted?.words).toContain('电话榜')
  })

  it('is not posted in a week without any value', async () => {
    const { slotAfter, run } = await stage(database.store)
    expect(await run(await slotAfter('2026-11-16'))).toEqual([])
  })

  it('keeps places to itself where the team wants that', async () => {
    const { record, slotAfter, run, team } = await stage(database.store, { boards: { privatePlaces: false } })
    await record('李伟', '2026-11-18', { calls: 12 }, { now: toInstant('2026-11-18', '19:00', zone) })
    const said = await run(await slotAfter('2026-11-16'))
    expect(said.map(saying => saying.to)).toEqual([{ team: team.id }])
  })
})
