import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { addDays, eachDate, type LocalDate } from '../../../src/calendar/dates.ts'
import { isWorkday, type WorkCalendar } from '../../../src/calendar/workdays.ts'
import { isNudgeWeek } from '../../../src/features/coaching/nudge-week.ts'
import { everyMetricOf } from '../../../src/features/metrics/catalogue.ts'
import { recordValues } from '../../../src/features/metrics/entries.ts'
import { insertTarget } from '../../../src/features/targets/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [{ name: '李伟' }, { name: 'Ann', lang: 'en' as const }, { name: '王经理', role: 'manager' as const }]

async function stage(settings = {}) {
  const { store } = database
  const sales = await stageDay(store, people, settings)
  const { team, who } = sales

  async function record(name: string, date: LocalDate, values: Record<string, number>) {
    const { memberId, personId } = who(name)
    const facts = { memberId, date, values, source: 'report' as const, createdBy: personId }
    await inTransaction(store, tx => recordValues({ tx, team, now: at(`${date} 18:30`) }, facts))
  }

  return {
    ...sales,
    record,
    /** What a member has agreed to bring in November. */
    async wants(name: string, key: string, value: number) {
      const metric = (await everyMetricOf(store.prisma, team.id)).find(one => one.key === key)
      if (!metric) throw new Error(`no metric ${key}`)
      const days = { kind: 'month', from: '2026-11-01', to: '2026-11-30' } as const
      const said = { createdBy: who(name).personId, createdAt: at('2026-10-30 10:00'), reason: null, parentId: null }
      const slot = { memberId: who(name).memberId, metricId: metric.id, ...days }
      await inTransaction(store, tx =>
        insertTarget(tx, team.id, { id: newId(), ...slot, value, state: 'accepted', ...said }),
      )
    },
    /** The same on every workday of those weeks. */
    async worked(name: string, from: LocalDate, to: LocalDate, values: (date: LocalDate) => Record<string, number>) {
      const calendar: WorkCalendar = team.calendar
      for (const date of eachDate(from, to))
        if (isWorkday(calendar, date, 'usual-week')) await record(name, date, values(date))
    },
    /** A Wednesday of November in a nudge week of the member, and one in a control week. */
    wednesdays(name: string) {
      const [one, other] = ['2026-11-18', '2026-11-25']
      const own = isNudgeWeek(who(name).memberId, one)
      return own ? { own: one, others: other } : { own: other, others: one }
    },
  }
}

describe('whoever is behind the own target', () => {
  it('hears in private where they stand and what each day needs, after three workdays', async () => {
    const sales = await stage()
    await sales.wants('李伟', 'revenue', 210_000)
    await sales.worked('李伟', '2026-11-02', '2026-11-06', () => ({ revenue: 10_000, visits: 2 }))
    const { own } = sales.wednesdays('李伟')
    const [said, ...more] = await sales.clock('coaching.behind', `${own} 10:30`)
    expect(more).toEqual([])
    expect(said?.to).toEqual({ person: sales.who('李伟').personId })
    expect(said?.words).toMatch(/本月签单额到现在 5万，目标 21万，还有 (?:9|4) 个工作日，每天要 (?:1.7778万|4万)/)
    expect(said?.words).toContain('[今天不再提醒] /免打扰 今天')
    expect(said?.reason?.words.zh).toMatch(/签单额已经连续 \d+ 个工作日落后你自己目标的进度/)
  })

  it('hears it in their own language', async () => {
    const sales = await stage()
    await sales.wants('Ann', 'revenue', 210_000)
    await sales.worked('Ann', '2026-11-02', '2026-11-06', () => ({ revenue: 10_000 }))
    const [said] = await sales.clock('coaching.behind', `${sales.wednesdays('Ann').own} 10:30`)
    expect(said?.words).toMatch(/Revenue this month: 50,000 of 210,000 so far, [49] workdays left; each needs/)
  })

  it('hears it once in a week, and not at all in the week of the others', async () => {
    const sales = await stage()
    await sales.wants('李伟', 'revenue', 210_000)
    await sales.worked('李伟', '2026-11-02', '2026-11-06', () => ({ revenue: 10_000 }))
    const { own, others } = sales.wednesdays('李伟')
    expect(await sales.clock('coaching.behind', `${own} 10:30`)).toHaveLength(1)
    expect(await sales.clock('coaching.behind', `${addDays(own, 1)} 10:30`)).toEqual([])
    expect(await sales.clock('coaching.behind', `${others} 10:30`)).toEqual([])
    const [why] = await sales.types('李伟', 'why', `${others} 11:00`)
    expect(why?.words).toContain('这类提醒每周只发给一半的人')
  })

  it('is told the activity that moved the result most, and what has been open longest', async () => {
    const sales = await stage()
    await sales.wants('李伟', 'revenue', 900_000)
    const isStrong = (date: LocalDate) => Math.floor(Number(date.slice(8)) / 7) % 2 === 0
    await sales.worked('李伟', '2026-08-10', '2026-11-06', date =>
      isStrong(date) ? { revenue: 20_000, visits: 5, calls: 20 } : { revenue: 5000, visits: 1, calls: 20 },
    )
    for (const day of ['2026-11-11', '2026-11-12', '2026-11-13']) {
      await sales.types('李伟', 'plan 拜访1 跟进华为', `${day} 08:40`)
      await sales.types('李伟', 'report 拜访1', `${day} 18:00`)
    }
    const [said] = await sales.clock('coaching.behind', `${sales.wednesdays('李伟').own} 10:30`)
    expect(said?.words).toMatch(/拜访：你一周拜访超过 \d+(?:\.\d)? 的那些周，签单额平均 .*，其余的周平均 /)
    expect(said?.words).toContain('跟进华为：从11月11日 周三起留到现在，3 份日报里都没做完')
  })

  it.each([
    ['has no target', { target: 0, revenue: 10_000 }],
    ['keeps up', { target: 210_000, revenue: 40_000 }],
  ])('says nothing to whoever %s', async (_, { target, revenue }) => {
    const sales = await stage()
    if (target > 0) await sales.wants('李伟', 'revenue', target)
    await sales.worked('李伟', '2026-11-02', '2026-11-17', () => ({ revenue }))
    expect(await sales.clock('coaching.behind', `${sales.wednesdays('李伟').own} 10:30`)).toEqual([])
  })

  it('is left alone at 80 % of the course where the team lets 25 % pass, and told the limit where it does not', async () => {
    for (const [settings, heard] of [
      [{}, ['10%']],
      [{ targets: { behindBy: 15 } }, ['15%']],
      [{ targets: { behindBy: 25 } }, []],
    ] as const) {
      const sales = await stage(settings)
      await sales.wants('李伟', 'revenue', 210_000)
      const { own } = sales.wednesdays('李伟')
      await sales.worked('李伟', '2026-11-02', addDays(own, -1), () => ({ revenue: 8000 }))
      const said = await sales.clock('coaching.behind', `${own} 10:30`)
      expect(said.map(({ reason }) => /差 (\d+%) 以上/.exec(reason?.words.zh ?? '')?.[1])).toEqual(heard)
    }
  })

  it('says nothing where the team switched it off', async () => {
    const sales = await stage({ nudges: { retired: ['coaching.behind'] } })
    await sales.wants('李伟', 'revenue', 210_000)
    await sales.worked('李伟', '2026-11-02', '2026-11-06', () => ({ revenue: 10_000 }))
    expect(await sales.clock('coaching.behind', `${sales.wednesdays('李伟').own} 10:30`)).toEqual([])
  })
})
