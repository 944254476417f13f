import { describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/calendar/periods.ts'
import { readFacts } from '../../../src/features/reviews/read-facts.ts'
import { membersOf } from '../../../src/features/team/members.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { counted } from '../counted.ts'
import { at } from '../nudges/stage.ts'
import { sharedStore } from '../reports/stage.ts'
import { stageReviews } from './stage.ts'

const shared = sharedStore()
const stage = (settings: Record<string, unknown> = {}) => stageReviews(shared.store, settings)
const day = '2026-11-20'

describe('an improvement plan', () => {
  it('has tasks with a day and an owner, told to both in private', async () => {
    const { types, who } = await stage()
    const said = await types('王经理', 'review plan 张三 陪访三次 11月27日前 负责=赵组长', `${day} 10:00`)
    expect(said.map(({ to }) => to)).toEqual([
      { person: who('王经理').personId },
      { person: who('张三').personId },
      { person: who('赵组长').personId },
    ])
    const [plan] = await types('张三', 'review plan', `${day} 10:05`)
    expect(plan?.words).toContain('☐ 1. 陪访三次 · 2026-11-27 前 · 赵组长')
  })

  it('shows what a metric came to for each workday before and since', async () => {
    const { types, works } = await stage()
    await works('张三', '2026-11-02', '2026-11-06', 10)
    await types('王经理', 'review plan 张三 每天多打5个电话 11月30日 看 电话', '2026-11-09 08:00')
    await works('张三', '2026-11-09', '2026-11-13', 15)
    const [plan] = await types('王经理', 'review plan 张三', '2026-11-13 19:00')
    expect(plan?.words).toContain('电话每工作日 2.5 → 15')
    expect(plan?.words).toContain('不等于因果')
    const [done] = await types('张三', 'review done 1', '2026-11-13 19:10')
    expect(done?.words).toContain('完成了：每天多打5个电话')
    expect((await types('张三', 'review plan', '2026-11-13 19:20'))[0]?.words).toContain('☑ 1.')
    await expect(types('张三', 'review done 1', '2026-11-13 19:30')).rejects.toMatchObject({ code: 'reviews.no-task' })
  })

  it('reminds its owner the workday before and on the day, within the budget of attention', async () => {
    const { types, clock, who } = await stage()
    await types('王经理', 'review plan 张三 整理客户名单 2026-11-30', `${day} 10:00`)
    expect(await clock('reviews.tasks', '2026-11-26 09:20')).toEqual([])
    const before = await clock('reviews.tasks', '2026-11-27 09:20')
    expect(before).toMatchObject([{ to: { person: who('张三').personId }, lane: 'nudge', purpose: 'reviews.task' }])
    expect(before[0]?.words).toContain('2026-11-30 到期')
    expect((await clock('reviews.tasks', '2026-11-30 09:20'))[0]?.words).toContain('今天到期')
    const none = await stage({ nudges: { perDay: 0 } })
    await none.types('王经理', 'review plan 张三 整理客户名单 2026-11-30', `${day} 10:00`)
    expect(await none.clock('reviews.tasks', '2026-11-30 09:20')).toEqual([])
  })

  it.each([
    ['整理名单', 'reviews.task-how'],
    ['11月27日', 'reviews.task-how'],
    ['整理名单 2026-11-01', 'reviews.task-past'],
  ])('refuses “%s” and writes nothing', async (text, code) => {
    const { types, who } = await stage()
    await expect(types('王经理', `review plan 张三 ${text}`, `${day} 10:00`)).rejects.toMatchObject({ code })
    expect(await shared.store.prisma.planTask.count({ where: { memberId: who('张三').memberId } })).toBe(0)
  })

  it('is nobody else’s to see or to end', async () => {
    const { types } = await stage()
    await types('王经理', 'review plan 张三 整理客户名单 2026-11-30', `${day} 10:00`)
    await expect(types('李伟', 'review done 张三 1', `${day} 11:00`)).rejects.toMatchObject({ code: 'reviews.no-task' })
    await expect(types('李伟', 'review plan 张三', `${day} 11:00`)).rejects.toMatchObject({ code: 'reviews.task-how' })
  })
})

describe('facts that may speak for somebody', () => {
  it('have thanks of several colleagues, and not those of one friend', async () => {
    const { types } = await stage()
    for (const giver of ['李伟', '赵组长', '王经理']) await types(giver, 'kudos @张三 及时补位', `${day} 09:00`)
    for (const date of ['11-12', '11-13', '11-18']) await types('张三', `kudos @李伟 帮忙${date}`, `2026-${date} 09:30`)
    const [facts] = await types('王经理', 'review potential 本月', `${day} 10:00`)
    expect(facts?.words).toContain('张三 · 被 3 位同事表扬 3 次')
    expect(facts?.words).not.toContain('李伟 · ')
    const [english] = await types('王经理', 'review potential this month', `${day} 10:00`, { lang: 'en' })
    expect(english?.words).toContain('张三 · thanked 3 times by 3 colleagues')
  })

  it('are for a manager alone, and every look is on the record', async () => {
    const { types, works, who } = await stage()
    await works('张三', '2026-10-12', '2026-10-14', 10)
    await works('李伟', '2026-10-12', '2026-10-14', 10)
    await works('张三', '2026-11-02', '2026-11-18', 20)
    await works('李伟', '2026-11-02', '2026-11-05', 11)
    const [facts] = await types('王经理', 'review potential 本月', `${day} 10:00`)
    expect(facts?.to).toEqual({ person: who('王经理').personId })
    expect(facts?.words).toMatch(/张三 · 电话进步最大（\d+ → 260，\+\d+%）；计划兑现 100%（13 天）；/)
    expect(facts?.words).not.toMatch(/李伟 · 电话进步最大/)
    expect(await shared.store.prisma.audit.findMany({ where: { memberId: who('张三').memberId } })).toMatchObject([
      { what: 'reviews.potential', actorPersonId: who('王经理').personId },
    ])
    for (const name of ['张三', '赵组长']) {
      await expect(types(name, 'review potential', `${day} 10:00`)).rejects.toMatchObject({ code: 'team.not-allowed' })
    }
  })

  it('are read for a whole team by as many queries as for one, and are what each has alone', async () => {
    const { types, works, records, team } = await stage()
    for (const [name, calls] of [
      ['张三', 20],
      ['李伟', 11],
      ['赵组长', 5],
    ] as const)
      await works(name, '2026-11-02', '2026-11-05', calls)
    await records('李伟', '2026-10-12', { calls: 7, revenue: 80_000 })
    await types('李伟', 'leave 11-09', '2026-11-06 09:00')
    for (const giver of ['李伟', '王经理']) await types(giver, 'kudos @张三 及时补位', '2026-11-06 09:00')
    const period = periodOf('month', day)
    await inTransaction(shared.store, async tx => {
      const members = await membersOf(tx, team)
      const read = async (of: typeof members) => {
        const calls: string[] = []
        const facts = await readFacts({ tx: counted(tx, calls), team, now: at(`${day} 10:00`) }, of, period)
        return { facts, calls: calls.length }
      }
      const all = await read(members)
      expect(members).toHaveLength(5)
      for (const member of members) {
        const alone = await read([member])
        expect(alone.facts.get(member.memberId)).toEqual(all.facts.get(member.memberId))
        expect(all.calls).toBeLessThanOrEqual(alone.calls)
      }
      const zhang = members.find(({ name }) => name === '张三')?.memberId ?? ''
      expect(all.facts.get(zhang)).toMatchObject({ thanked: { times: 2, people: 2 }, planKept: { share: 1, days: 4 } })
    })
  })
})
