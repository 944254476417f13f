import { describe, expect, it } from 'vitest'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { sharedStore } from '../reports/stage.ts'
import { stageContests } from './stage.ts'

const shared = sharedStore()
const monday = '2026-11-30 10:00'
const rate = metrics.commands?.find(({ name }) => name === 'rate')

/** In dollars 张三 is first, added up bare 李四 would be. */
async function stage(rule = '最多 合计额 2026-12-01..2026-12-11 名=冲刺') {
  const staged = await stageContests(shared.store, ['张三', '李四', '王五'])
  await staged.counts('添加 海外额 overseas 币种=USD')
  await staged.counts('添加 合计额 total-sales 单位=金额 公式=签单额 + 海外额')
  await staged.says('王经理', rule, monday)
  await staged.day('2026-12-01')
  await staged.record('张三', '2026-12-02', { revenue: 100, overseas: 100 })
  await staged.record('李四', '2026-12-03', { revenue: 500 })
  await staged.record('王五', '2026-12-03', { revenue: 1 })
  return { ...staged, give: (text: string, now: string) => staged.gives(rate, text, now) }
}

describe('a contest by a metric of several currencies', () => {
  it('counts the rates of the days and states them, half-way and at the end', async () => {
    const { give, news, says, day, who } = await stage()
    await give('USD 7 2026-12-01', '2026-12-02 10:00')
    const half = await news('2026-12-07')
    expect(half).toContain('1 | 张三 | 800\n2 | 李四 | 500')
    expect(half).toContain('按 2026-12-01 汇率 1 USD = 7 CNY，换算成 CNY')
    expect((await says('张三', '', '2026-12-08 10:00')).words.join()).toContain('1 | 张三 | 800')
    const { heard, emitted } = await day('2026-12-14')
    expect(heard.map(({ words }) => words).join()).toContain('🏆 恭喜 张三（800）')
    expect(emitted).toMatchObject([{ payload: { memberIds: [who('张三').memberId] } }])
  })

  it('is recounted by the rates that were known then', async () => {
    const { give, day, says } = await stage()
    await give('USD 7 2026-12-01', '2026-12-02 10:00')
    await day('2026-12-14')
    await give('USD 1 2026-12-01', '2026-12-14 12:00')
    expect((await says('王经理', 'proof 冲刺', '2026-12-15 10:00', 'direct')).words[0]).toContain('结果相同')
  })

  it('is not decided without a rate: managers are told, another contest ends, and a rate lets it go on', async () => {
    const { give, day, says, who, record } = await stage()
    await says('王经理', '最多 电话 2026-12-02..2026-12-11 名=电话赛', monday)
    await day('2026-12-02')
    await record('李四', '2026-12-03', { calls: 5 })
    const { heard, emitted } = await day('2026-12-14')
    expect(emitted).toMatchObject([{ payload: { name: '电话赛' } }])
    const [told] = heard.filter(({ purpose }) => purpose === 'contests.unrated')
    expect(told).toMatchObject({ to: { person: who('王经理').personId } })
    expect(told?.words).toContain('竞赛“冲刺”今天没有往下走')
    expect(told?.words).toContain('/汇率 USD 7.1 2026-12-02')
    await give('USD 7 2026-12-01', '2026-12-14 12:00')
    expect((await day('2026-12-15')).emitted).toMatchObject([
      { payload: { name: '冲刺', memberIds: [who('张三').memberId] } },
    ])
  })

  it('shows who asks which rate is missing instead of a ranking', async () => {
    const { says } = await stage()
    const { words } = await says('张三', '', '2026-12-08 10:00')
    expect(words.join()).toContain('还不知道 2026-12-02 的 USD 汇率')
    expect(words.join()).not.toMatch(/李四|开张/)
  })

  it('passes a mark on the day on which the converted sum does', async () => {
    const { give, day, record } = await stage('先到 合计额 700 2026-12-01..2026-12-11 名=先到')
    await give('USD 5 2026-12-01', '2026-12-02 10:00')
    await give('USD 7 2026-12-04', '2026-12-04 10:00')
    expect((await day('2026-12-04')).emitted).toEqual([])
    await record('张三', '2026-12-04', { overseas: 15 })
    const { heard } = await day('2026-12-07')
    expect(heard.map(({ words }) => words).join()).toContain('张三 | 705 · 12-04')
  })

  it('measures people against their own past at the rates of then, or says what it lacks', async () => {
    const { says, give, recordLate } = await stage()
    await recordLate('张三', '2026-11-26', { overseas: 100 }, '2026-11-26 19:00')
    const asked = '最多 合计额 2026-12-14..2026-12-18 让分=历史 名=让分赛'
    await expect(says('王经理', asked, '2026-12-09 10:00')).rejects.toMatchObject({ code: 'rate-missing' })
    await give('USD 7 2026-11-01', '2026-12-09 10:00')
    expect((await says('王经理', asked, '2026-12-09 10:05')).words.join()).toContain('让分')
  })
})
