import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { readManner } from '../../../src/features/boards/basis-words.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { everyMetricOf } from '../../../src/features/metrics/catalogue.ts'
import { insertTarget } from '../../../src/features/targets/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { giveRate, sellAbroad } from '../metrics/currencies.ts'
import { friday, stageTeam } from '../metrics/stage.ts'

const board = boards.commands?.find(command => command.name === 'board')
const direct = { place: { kind: 'direct' } } as const

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** 甲 sells most, 乙 was away half of the month, 丙 joined a fortnight ago; and a manager. */
async function stage() {
  const { store } = database
  const sales = await stageTeam(store, [
    { name: '甲' },
    { name: '乙' },
    { name: '丙', joinedOn: '2026-11-09' },
    { name: '王芳', role: 'manager' as const },
  ])
  const { team, who, record } = sales
  await record('甲', '2026-11-10', { revenue: 90_000 })
  await record('乙', '2026-11-17', { revenue: 60_000 })
  await record('丙', '2026-11-12', { revenue: 20_000 })
  await record('甲', '2026-10-12', { revenue: 120_000 })
  await record('乙', '2026-10-12', { revenue: 40_000 })
  await record('甲', '2026-10-30', { revenue: 10_000 })
  return {
    ...sales,
    leave: (name: string, from: string, to: string) =>
      store.prisma.leave.create({
        data: { id: newId(), memberId: who(name).memberId, from, to, createdBy: who(name).personId, createdAt: friday },
      }),
    async wants(name: string, value: number) {
      const metric = (await everyMetricOf(store.prisma, team.id)).find(({ key }) => key === 'revenue')
      const slot = { memberId: who(name).memberId, metricId: metric?.id ?? '', kind: 'month' } as const
      const said = {
        state: 'accepted',
        reason: null,
        parentId: null,
        createdBy: who(name).personId,
        createdAt: friday,
      } as const
      await inTransaction(store, tx =>
        insertTarget(tx, team.id, { id: newId(), ...slot, from: '2026-11-01', to: '2026-11-30', value, ...said }),
      )
    },
  }
}

describe('a board on a basis', () => {
  it('per workday is fair to whoever was on leave', async () => {
    const { type, leave } = await stage()
    await leave('乙', '2026-11-02', '2026-11-13')
    const { words } = await type('甲', board, '签单额 本月 日均', direct)
    expect(words[0]).toContain('签单额日均榜 · 2026年11月')
    // 15 workdays for 甲, 5 for 乙, 10 for 丙, up to the 20th.
    expect(words[0]).toContain('1 | 乙 | 1.2万')
    expect(words[0]).toContain('2 | 甲 | 6,000'.replace(',', ''))
    expect(words[0]).toContain('口径：签单额合计 ÷ 本人工作日（请假不算）')
  })

  it('by the own target is what results are ranked by once all who sell have one', async () => {
    const { type, wants } = await stage()
    await wants('甲', 180_000)
    await wants('乙', 50_000)
    const before = await type('甲', board, '签单额 本月', direct)
    expect(before.words[0]).toContain('签单额榜 · 2026年11月')
    await wants('丙', 40_000)
    const { words } = await type('甲', board, '签单额 本月', direct)
    expect(words[0]).toContain('签单额达成榜 · 2026年11月')
    expect(words[0]).toContain('1 | 乙 | 120%')
    expect(words[0]).not.toContain('丙 |')
    expect(words[0]).toContain('口径：签单额合计 ÷ 本人这一期的目标')
    expect(words[0]).toContain('达成率 50%，你在 3 人中排第 2')
    const total = await type('甲', board, '签单额 本月 合计', direct)
    expect(total.words[0]).toContain('1 | 甲 | 9万')
  })

  it('of progress compares with the same days of the period before', async () => {
    const { type } = await stage()
    const { words } = await type('王芳', board, 'revenue month improved', { ...direct, lang: 'en' })
    expect(words[0]).toContain('Revenue board: most improved · November 2026')
    // 乙 had 40,000 by 20 October, 丙 nothing; 甲 fell behind and is not on it.
    expect(words[0]).toContain('1 | 乙 | +20,000')
    expect(words[0]).toContain('1 | 丙 | +20,000')
    expect(words[0]).not.toContain('甲')
  })

  it('of the own best compares everybody with themselves', async () => {
    const { type } = await stage()
    const { words } = await type('王芳', board, '签单额 本月 个人最佳', direct)
    expect(words[0]).toContain('签单额个人最佳榜')
    expect(words[0]).toContain('1 | 乙 | 150%')
  })

  it('of newcomers lists only them', async () => {
    const { type } = await stage()
    const { words } = await type('王芳', board, '新人 签单额 本月', direct)
    expect(words[0]).toContain('签单额榜（新人）')
    expect(words[0]).toContain('1 | 丙 | 2万')
    expect(words[0]).not.toContain('甲')
    expect(words[0]).toContain('只列入队 90 天内的新人')
  })

  it('keeps its basis in the ways on', async () => {
    const { type } = await stage()
    const { words } = await type('甲', board, '签单额 本月 新人 日均', direct)
    expect(words[0]).toContain('[上一期] /榜单 签单额 2026-10 日均 新人')
    expect(words[0]).toContain('[看整季] /榜单 签单额 2026-Q4 日均 新人')
  })
})

describe('a board of teams', () => {
  it('compares by each person who sells the teams that the asker is in, for their eyes only', async () => {
    const { store } = database
    const one = await stageTeam(store, [{ name: '甲' }, { name: '乙' }, { name: '王芳', role: 'manager' as const }])
    const { personId } = one.who('王芳')
    const two = await stageTeam(store, [{ name: '丙' }, { name: '王芳', role: 'manager' as const, personId }])
    await one.record('甲', '2026-11-18', { calls: 30 })
    await two.record('丙', '2026-11-18', { calls: 20 })
    const { said, words } = await one.type('王芳', board, '团队 电话 本周')
    expect(said.map(({ to }) => to)).toEqual([{ reply: 'private' }])
    expect(words[0]).toMatch(/1 \| 销售一部 \| 20 \| 20 \| 1\n2 \| 销售一部 \| 15 \| 30 \| 2/)
    await expect(one.type('甲', board, 'Teams 电话')).rejects.toMatchObject({ code: 'board-one-team' })
  })
})

describe('a board of teams that sell in several currencies', () => {
  it('converts each team’s by its own rates, leaves out who lacks one, and refuses when it is the asker’s', async () => {
    const { store } = database
    const one = await stageTeam(store, [{ name: '甲' }, { name: '王芳', role: 'manager' as const }])
    const { personId } = one.who('王芳')
    const two = await stageTeam(store, [{ name: '丙' }, { name: '王芳', role: 'manager' as const, personId }])
    for (const staged of [one, two]) await sellAbroad(staged.type, '王芳')
    await one.record('甲', '2026-11-18', { revenue: 100, overseas: 10 })
    await two.record('丙', '2026-11-18', { overseas: 10 })
    await expect(one.type('王芳', board, '团队 合计额 本周')).rejects.toMatchObject({ code: 'rate-missing' })
    await giveRate(one.type, '王芳', 'USD 7 2026-11-01')
    const alone = await one.type('王芳', board, '团队 合计额 本周')
    expect(alone.words[0]).toContain('1 | 销售一部 | 170 | 170 | 1')
    expect(alone.words[0]).toContain('1 个团队没有可比的数')
    await giveRate(two.type, '王芳', 'USD 8 2026-11-01')
    const both = await one.type('王芳', board, '团队 合计额 本周')
    expect(both.words[0]).toContain('2 | 销售一部 | 80 | 80 | 1')
    expect(both.words[0]).toContain('销售一部 按 2026-11-01 汇率 1 USD = 8 CNY，换算成 CNY')
  })
})

describe('how a board is asked for', () => {
  it.each([
    ['', { basis: undefined, newcomers: false, rest: '' }],
    ['达成率', { basis: 'attainment', newcomers: false, rest: '' }],
    ['Most Improved', { basis: 'improvement', newcomers: false, rest: '' }],
    ['newcomers per workday', { basis: 'per-workday', newcomers: true, rest: '' }],
    ['personal best', { basis: 'own-best', newcomers: false, rest: '' }],
    ['best friends', { basis: 'own-best', newcomers: false, rest: 'friends' }],
    ['什么', { basis: undefined, newcomers: false, rest: '什么' }],
  ])('reads "%s"', (said, manner) => {
    expect(readManner(said)).toEqual(manner)
  })
})
