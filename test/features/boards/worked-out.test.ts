import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards } from '../../../src/features/boards/feature.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageTeam } from '../metrics/stage.ts'

const board = boards.commands?.find(command => command.name === 'board')
const trace = boards.commands?.find(command => command.name === 'trace')
const metric = metrics.commands?.find(command => command.name === 'metric')
const direct = { place: { kind: 'direct' } } as const

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage() {
  const people = [...['甲', '乙', '丙', '丁'].map(name => ({ name })), { name: '王芳', role: 'manager' as const }]
  const team = await stageTeam(database.store, people)
  await team.record('甲', '2026-11-17', { visits: 8, deals: 1, revenue: 90_000 })
  await team.record('甲', '2026-11-18', { deals: 1, revenue: 30_000 })
  await team.record('乙', '2026-11-18', { visits: 2, deals: 1, revenue: 20_000 })
  await team.record('丙', '2026-11-18', { visits: 5 })
  // No visits, so there is nothing to divide by.
  await team.record('丁', '2026-11-18', { deals: 1, revenue: 50_000 })
  return team
}

describe('a metric that is worked out from others', () => {
  it('has a board over the whole period, not of the days', async () => {
    const { type } = await stage()
    const { words } = await type('甲', board, '转化率 本周', direct)
    expect(words[0]).toContain('转化率榜 · 2026年第47周')
    expect(words[0]).toContain(['1 | 乙 | 50%', '2 | 甲 | 25%'].join('\n'))
    expect(words[0]).not.toMatch(/丙|丁/)
    expect(words[0]).toContain('口径：转化率 = 签单 / 拜访 * 100，截至')
    const value = await type('甲', board, 'order value', { ...direct, lang: 'en' })
    expect(value.words[0]).toContain(['1 | 甲 | 60,000', '2 | 丁 | 50,000', '3 | 乙 | 20,000'].join('\n'))
    expect(value.words[0]).toContain('Basis: Order value = Revenue / Deals up to')
  })

  it('is traced to its parts, each of which can be traced', async () => {
    const { type } = await stage()
    const { words } = await type('王芳', trace, '甲 转化率', direct)
    expect(words[0]).toContain('甲的转化率 · 2026年第47周')
    expect(words[0]).toContain('转化率 = 签单 / 拜访 * 100 = 25%')
    expect(words[0]).toContain(['签单 | 2', '拜访 | 8'].join('\n'))
    const without = await type('王芳', trace, '丁 conversion', { ...direct, lang: 'en' })
    expect(without.words[0]).toContain('Conversion = Deals / Visits * 100 = –')
    expect(without.words[0]).toContain('something is divided by 0')
  })

  it('is added by its formula, in words of either language, and may stand in another', async () => {
    const { type } = await stage()
    const added = await type('王芳', metric, '添加 每访 per-visit 单位=金额 公式=签单额 ÷ 拜访')
    expect(added.words[0]).toContain('已添加指标 每访')
    expect(added.words[0]).toContain('/榜单 每访')
    await type('王芳', metric, 'add score formula=per-visit / 1000 + calls')
    const list = await type('王芳', metric, '', { lang: 'en' })
    expect(list.words[0]).toContain('result · money · = Revenue / Visits')
    expect(list.words[0]).toContain('result · number · = Per-visit / 1000 + Calls')
    const ranked = await type('甲', board, 'score', direct)
    expect(ranked.words[0]).toContain(['1 | 甲 | 15', '2 | 乙 | 10'].join('\n'))
  })

  it('is worked out in no time however often it stands in others', async () => {
    const { type } = await stage()
    let name = '签单'
    for (const next of ['甲一', '甲二', '甲三', '甲四', '甲五', '甲六']) {
      await type('王芳', metric, `添加 ${next} 公式=${Array(25).fill(name).join('+')}`)
      name = next
    }
    const { words } = await type('甲', board, '甲六 本周', direct)
    expect(words[0]).toContain(`1 | 甲 | ${(2 * 25 ** 6) / 1e8}亿`.slice(0, 10))
  })

  it('stays right when a part of it is archived', async () => {
    const { type } = await stage()
    await type('王芳', metric, '停用 拜访')
    const { words } = await type('甲', board, '转化率', direct)
    expect(words[0]).toContain('1 | 乙 | 50%')
  })

  it.each([
    ['签单 / 客户', /没有叫“客户”的指标/],
    ['签单 / ', /公式不完整/],
    ['(签单 + 拜访', /括号没有关上/],
    ['签单 签单额', /“签单额”没看懂/],
    ['42', /公式里没有指标/],
    ['签单 + '.repeat(60), /太长/],
  ])('is refused with %s, which is told, and nothing is kept', async (formula, why) => {
    const { type, team } = await stage()
    const before = await database.store.prisma.metric.count({ where: { teamId: team.id } })
    const refused = await type('王芳', metric, `添加 效率 公式=${formula}`).catch(error => error)
    expect(refused.words?.zh).toMatch(why)
    expect(await database.store.prisma.metric.count({ where: { teamId: team.id } })).toBe(before)
  })

  it('takes no entries', async () => {
    const { record } = await stage()
    await expect(record('甲', '2026-11-18', { conversion: 30 })).rejects.toThrow()
  })
})
