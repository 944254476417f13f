import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '../../../src/calendar/dates.ts'
import { everyMetricOf } from '../../../src/features/metrics/catalogue.ts'
import { recordValues } from '../../../src/features/metrics/entries.ts'
import { recordNudge } from '../../../src/features/nudges/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']
/** A Monday, and eight weeks before it. */
const today = '2026-11-23'
const begin = addDays(today, -56)

/** Ten reps, all of them nudged every other week since `since`; who is, makes `spoken` calls in the week after, else `held`. */
async function stage({ spoken, held, since = begin }: { spoken: number; held: number; since?: LocalDate }) {
  const { store } = database
  const people = [...names.map(name => ({ name })), { name: '王经理', role: 'manager' as const }]
  const sales = await stageDay(store, people)
  const { team, who } = sales
  const metricId = (await everyMetricOf(store.prisma, team.id)).find(({ key }) => key === 'calls')?.id ?? ''

  await inTransaction(store, async tx => {
    for (const [at_, name] of names.entries()) {
      const { memberId, personId } = who(name)
      const record = (date: LocalDate, calls: number) =>
        recordValues(
          { tx, team, now: at(`${date} 18:00`) },
          { memberId, date, values: { calls }, source: 'report', createdBy: personId },
        )
      for (let week = 4; week >= 1; week--) await record(addDays(since, -7 * week), 10)
      for (let week = 0; week < 7; week++) {
        const date = addDays(since, 7 * week)
        const isSpoken = (week + at_) % 2 === 0
        const facts = { metricId, targetId: metricId, ...(isSpoken ? {} : { held: 'in-turn' }) }
        await recordNudge(tx, {
          ...{ key: `${memberId}:${date}`, teamId: team.id, memberId, personId, kind: 'coaching.behind', date },
          ...{ sent: isSpoken, reason: { words: { zh: '落后', en: 'behind' }, facts }, at: at(`${date} 10:30`) },
        })
        await record(date, isSpoken ? spoken : held)
      }
    }
  })
  return sales
}

describe('whether a kind of nudge helps', () => {
  it('is seen by those who were due as well and were not spoken to', async () => {
    const sales = await stage({ spoken: 14, held: 10 })
    const [said] = await sales.types('王经理', 'effects', `${today} 11:00`)
    expect(said?.words).toMatch(/进度提醒 \| 35 \| 35 \| 有用：之后一周多做平时的 \d+% \| 在用/)
    expect(await sales.clock('coaching.effects', `${today} 09:45`)).toEqual([])
  })

  it('is nothing when the others did as well: the manager is asked whether to retire it', async () => {
    const sales = await stage({ spoken: 12, held: 12 })
    const [said, ...more] = await sales.clock('coaching.effects', `${today} 09:45`)
    expect(more).toEqual([])
    expect(said?.to).toEqual({ person: sales.who('王经理').personId })
    expect(said?.words).toContain('“进度提醒”八周以来看不出作用：发了 35 次，和没发的 35 次相比')
    expect(said?.words).toContain('[停用] /设置 停用的提醒 进度提醒')
  })

  it('is not asked twice of the same eight weeks', async () => {
    const sales = await stage({ spoken: 12, held: 12 })
    expect(await sales.clock('coaching.effects', `${today} 09:45`)).toHaveLength(1)
    expect(await sales.clock('coaching.effects', `${addDays(today, 7)} 09:45`)).toEqual([])
  })

  it('is not judged before eight weeks are over', async () => {
    const sales = await stage({ spoken: 12, held: 12, since: addDays(begin, 7) })
    expect(await sales.clock('coaching.effects', `${today} 09:45`)).toEqual([])
  })
})

describe('of a reminder', () => {
  it('it counts whether the report came afterwards', async () => {
    const sales = await stageDay(
      database.store,
      [...names.map(name => ({ name })), { name: '王经理', role: 'manager' as const }],
      { nudges: { perDay: 1 } },
    )
    // The first of the day is said, the second is held back by the budget.
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) {
      await sales.clock('nudges.before-due', `${day} 09:00`)
      for (const name of names.slice(0, 8)) await sales.types(name, 'plan 拜访1', `${day} 09:05`)
      await sales.clock('nudges.before-due', `${day} 18:45`)
    }
    const [said] = await sales.types('王经理', 'effects', `${today} 11:00`)
    expect(said?.words).toMatch(/截止前提醒 \| 30 \| 30 \| 有用：之后交的人多 80 个百分点/)
  })
})
