import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, stageSummaries } from './stage.ts'

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [{ name: '李娜' }, { name: '王强' }, { name: '韩梅', role: 'manager' as const, lang: 'en' as const }]

async function stage(settings: Record<string, unknown> = {}) {
  return stageSummaries(database.store, [...people], settings)
}

/** A week with plans, numbers, a blocker that was solved and one that was not. */
async function stageWeek(settings: Record<string, unknown> = {}) {
  const staged = await stage(settings)
  const { hands } = staged
  await hands('李娜', '2026-11-12', { values: { calls: 10 } })
  await hands('李娜', '2026-11-18', { kind: 'plan', values: { calls: 20 }, blockers: ['客户出差'] })
  await hands('李娜', '2026-11-18', { values: { calls: 25, revenue: 80_000 }, blockers: ['合同等盖章'] })
  await hands('王强', '2026-11-17', { values: { calls: 12 }, status: 'late' })
  await hands('王强', '2026-11-18', { values: { calls: 9 }, status: 'back-filled' })
  return staged
}

describe('the week’s summary is due', () => {
  it.each([
    ['an ordinary week', '2026-11-16', '2026-11-20'],
    ['the week whose Friday is a holiday', '2026-09-28', '2026-09-30'],
    ['the week with a make-up Saturday', '2026-10-08', '2026-10-09'],
  ])('in %s, a little after the board', async (_, monday, date) => {
    const { slotAfter } = await stage()
    expect(await slotAfter(monday)).toMatchObject({ date, time: '17:05' })
  })

  it('at the time that the team set, or never', async () => {
    const early = await stage({ summaries: { weeklyAt: '16:30' } })
    expect(await early.slotAfter('2026-11-16')).toMatchObject({ time: '16:30' })
    const none = await stage({ summaries: { weeklyAt: null } })
    expect(await none.slotAfter('2026-11-16')).toBeNull()
  })
})

describe('the week’s summary', () => {
  it('tells the group what came of it, and nothing about anybody that is not good', async () => {
    const { post, slotAfter, team } = await stageWeek()
    const [posted] = await post(await slotAfter('2026-11-16'))
    expect(posted).toMatchObject({
      to: { team: team.id },
      lane: 'digest',
      key: `summaries.weekly:${team.id}:2026-11-20T09:05:00.000Z`,
      expiresAt: at('2026-11-23', '00:00'),
    })
    expect(posted?.words).toContain('总结 · 2026年第47周（11月16日至11月22日）')
    expect(posted?.words).toContain('电话 | 46 | 20 | 125% | 10')
    expect(posted?.words).toContain('签单额 | 8万 | – | – | –')
    expect(posted?.words).toContain('李娜 进步最大：电话从上期的 10 升到 25')
    expect(posted?.words).toContain('还卡着 1\n李娜：合同等盖章（11月18日 周三起）')
    expect(posted?.words).toContain('已经解决 1\n李娜：客户出差')
    expect(posted?.words).toContain('谢谢大家：2 人交了 3 份日报。每次都准时的有 李娜。')
    expect(posted?.words).not.toContain('王强')
    expect(posted?.words).not.toMatch(/名次|留意/)
    expect(posted).not.toHaveProperty('forAnybody')
  })

  it('tells each manager in private what needs attention, in their language', async () => {
    const { post, slotAfter, who } = await stageWeek()
    const [, toManager, ...more] = await post(await slotAfter('2026-11-16'))
    expect(more).toEqual([])
    expect(toManager).toMatchObject({ to: { person: who('韩梅').personId }, purpose: 'summaries.managers' })
    expect(toManager?.words).toContain('Summary · week 47 of 2026')
    expect(toManager?.words).toContain('For your attention (managers only)')
    expect(toManager?.words).toContain('王强: 2 of 2 reports late')
    expect(toManager?.words).toContain('李娜 Wed 18 Nov: Revenue without Deals?')
  })

  it('stands as at its slot, however late it runs, and says the same when it runs again', async () => {
    const { post, slotAfter, record } = await stageWeek()
    const slot = await slotAfter('2026-11-16')
    const said = await post(slot)
    await record('王强', '2026-11-20', { calls: 100 }, { now: at('2026-11-20', '17:30') })
    expect(await post(slot, 150)).toEqual(said)
  })

  it('is not said of a week in which nothing was done', async () => {
    const { post, slotAfter } = await stage()
    expect(await post(await slotAfter('2026-11-16'))).toEqual([])
  })

  it('keeps from the group what a form asks for managers alone', async () => {
    const { post, slotAfter, team } = await stageWeek()
    const { prisma } = database.store
    for (const { formId, number, definition } of await prisma.formVersion.findMany({
      where: { form: { teamId: team.id } },
    })) {
      const whole = JSON.parse(JSON.stringify(definition))
      await prisma.formVersion.update({
        where: { formId_number: { formId, number } },
        data: { definition: { ...whole, visibility: 'manager' } },
      })
    }
    const [posted, toManager] = await post(await slotAfter('2026-11-16'))
    expect(posted?.words).not.toMatch(/电话|合同等盖章|客户出差/)
    expect(toManager?.words).toMatch(/Calls \| 46[\s\S]*合同等盖章/)
  })

  it('knows who is below their own usual pace', async () => {
    const { post, slotAfter, record } = await stageWeek()
    const days = [
      '10-19',
      '10-20',
      '10-21',
      '10-22',
      '10-23',
      '10-26',
      '10-27',
      '10-28',
      '10-29',
      '10-30',
      '11-02',
      '11-03',
    ]
    for (const day of days) await record('王强', `2026-${day}`, { visits: 6 }, { now: at(`2026-${day}`, '18:00') })
    const [posted, toManager] = await post(await slotAfter('2026-11-16'))
    expect(toManager?.words).toContain('王强: Visits 0 a workday, usually 3.6')
    expect(posted?.words).not.toContain('王强')
  })
})
