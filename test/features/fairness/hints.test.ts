import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/calendar/dates.ts'
import { isWorkday } from '../../../src/calendar/workdays.ts'
import { fairness } from '../../../src/features/fairness/feature.ts'
import { stageDay } from '../nudges/stage.ts'
import { sharedStore } from '../reports/stage.ts'

const shared = sharedStore()
const people = [
  { name: '李伟' },
  { name: '张三' },
  { name: '赵组长', role: 'lead' as const },
  { name: '王经理', role: 'manager' as const },
]

async function stage(settings: Record<string, unknown> = {}, lang: 'zh' | 'en' = 'zh') {
  const staged = await stageDay(shared.store, people, settings, lang, [fairness])
  /** The same report on every workday of those days; answers what was said besides the answers. */
  async function reportsDaily(name: string, line: (n: number) => string, from: string, to: string) {
    const heard: { date: string; words: string; to: string }[] = []
    let n = 0
    for (let date = from; date <= to; date = addDays(date, 1)) {
      if (!isWorkday(staged.team.calendar, date, 'usual-week')) continue
      for (const { to: target, words } of await staged.types(name, `report ${line(n++)}`, `${date} 18:00`)) {
        if ('person' in target) heard.push({ date, words, to: target.person })
      }
    }
    return heard
  }
  return { ...staged, reportsDaily }
}

const copying = () => '拜访5 电话17'
const varying = (n: number) => `拜访${(n * 7) % 5} 电话${11 + ((n * 13) % 17)}`

describe('days that are copied', () => {
  it('are told to the person alone, kindly, and once a week', async () => {
    const { reportsDaily, who } = await stage({ fairness: { persistDays: 60 } })
    const heard = await reportsDaily('张三', copying, '2026-10-12', '2026-10-30')
    expect(heard.map(({ date }) => date)).toEqual(['2026-10-16', '2026-10-23', '2026-10-30'])
    expect(new Set(heard.map(({ to }) => to))).toEqual(new Set([who('张三').personId]))
    expect(heard[0]?.words).toContain('最近 5 份日报里，有 4 份和前一天一模一样')
    expect(heard[0]?.words).toContain('只有你看得到')
  })

  it('come to the manager as a hint, once, only when they go on for the stated time', async () => {
    const { reportsDaily, who, types } = await stage()
    const heard = await reportsDaily('张三', copying, '2026-10-12', '2026-11-20')
    const manager = who('王经理').personId
    const hints = heard.filter(({ to }) => to === manager)
    expect(hints.map(({ date }) => date)).toEqual(['2026-10-30'])
    expect(hints[0]?.words).toContain('一个线索，不是结论')
    expect(hints[0]?.words).toContain('还没有说明')
    expect(new Set(heard.map(({ to }) => to))).toEqual(new Set([manager, who('张三').personId]))
    expect(await shared.store.prisma.audit.findMany({ where: { memberId: who('张三').memberId } })).toMatchObject([
      { actorPersonId: manager, what: 'fairness.hint' },
    ])
    const [, passedOn] = [null, await types('张三', 'explain 这阵子都在展会', '2026-11-20 18:10')]
    expect(passedOn?.map(({ words }) => words).join('\n')).toMatch(/这阵子都在展会[\s\S]*经理也会看到/)
    expect(
      passedOn?.some(({ to, words }) => 'person' in to && to.person === manager && words.includes('这阵子都在展会')),
    ).toBe(true)
  })

  it('come with the explanation that was given in time', async () => {
    const { reportsDaily, who, types } = await stage()
    await reportsDaily('张三', copying, '2026-10-12', '2026-10-16')
    await types('张三', 'explain 驻点在客户那里', '2026-10-16 18:30')
    const heard = await reportsDaily('张三', copying, '2026-10-19', '2026-10-30')
    expect(heard.find(({ to }) => to === who('王经理').personId)?.words).toContain('本人说明: 驻点在客户那里')
  })

  it('are forgotten when they end: the manager never hears', async () => {
    const { reportsDaily, who } = await stage()
    await reportsDaily('张三', copying, '2026-10-12', '2026-10-16')
    const heard = await reportsDaily('张三', varying, '2026-10-19', '2026-11-20')
    expect(heard).toEqual([])
    expect(await shared.store.prisma.habit.count({ where: { memberId: who('张三').memberId } })).toBe(1)
  })
})

describe('a week filled in at once', () => {
  it('is told to the person, in English too', async () => {
    const { types } = await stage({}, 'en')
    const said = []
    for (const [n, date] of ['11.18', '11.19', '11.20'].entries()) {
      said.push(...(await types('张三', `report ${date} visits ${n + 2}, calls ${11 + n}`, `2026-11-20 18:0${n}`)))
    }
    const hint = said.find(({ purpose }) => purpose === 'fairness.burst')
    expect(hint?.words).toContain('the reports of 3 days were filled in together, within 2 minutes')
  })
})

describe('nobody is hinted at', () => {
  it('where the team has switched it off', async () => {
    const { reportsDaily } = await stage({ fairness: { hints: false } })
    expect(await reportsDaily('张三', copying, '2026-10-12', '2026-10-30')).toEqual([])
  })

  it('who reports as days go, or whose report somebody else fills in', async () => {
    const { reportsDaily, types, who } = await stage()
    expect(await reportsDaily('张三', varying, '2026-10-12', '2026-11-20')).toEqual([])
    for (const day of ['12', '13', '14', '15', '16'])
      await types('王经理', 'report 李伟 拜访5 电话17', `2026-10-${day} 18:00`)
    expect(await shared.store.prisma.habit.count({ where: { memberId: who('李伟').memberId } })).toBe(0)
  })
})

describe('/explain', () => {
  it.each([
    ['张三', '展会', 'fairness.nothing-to-explain'],
    ['张三', '', 'fairness.nothing-to-explain'],
  ])('of %s with “%s” says that there is nothing', async (name, rest, code) => {
    const { types } = await stage()
    await expect(types(name, `explain ${rest}`, '2026-11-20 18:00')).rejects.toMatchObject({ code })
  })

  it('asks for the reason when it is left out', async () => {
    const { reportsDaily, types } = await stage()
    await reportsDaily('张三', copying, '2026-10-12', '2026-10-16')
    await expect(types('张三', 'explain', '2026-10-16 18:30')).rejects.toMatchObject({ code: 'fairness.explain-how' })
  })
})
