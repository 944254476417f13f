import { describe, expect, it } from 'vitest'
import { sharedStore } from '../reports/stage.ts'
import { stageTargets } from './stage.ts'

const shared = sharedStore()

/** A team that sells at home and in dollars, with a target of both and one of dollars. */
async function stage() {
  const staged = await stageTargets(shared.store)
  const { counts, records, types } = staged
  await counts('王经理', 'metric', '添加 海外额 overseas 币种=USD')
  await counts('王经理', 'metric', '添加 合计额 total-sales 单位=金额 公式=签单额 + 海外额')
  await records('张三', '2026-11-17', { revenue: 1000, overseas: 100 })
  await records('李四', '2026-11-18', { overseas: 300 })
  await types('张三', '合计额 4000 本月')
  await types('张三', '海外额 1000 本月')
  return staged
}

describe('a target of several currencies', () => {
  it('is measured in the team’s own, by the rate of each day, which is stated', async () => {
    const { counts, types } = await stage()
    await counts('王经理', 'rate', 'USD 7 2026-11-01')
    const { answer } = await types('张三', '')
    expect(answer).toContain('合计额 1700 / 4000（42%）')
    expect(answer).toContain('合计额 按 2026-11-01 汇率 1 USD = 7 CNY，换算成 CNY')
    expect(answer).toContain('海外额 100美元 / 1000美元（10%）')
  })

  it('adds up what everybody brought to the team’s', async () => {
    const { counts, types } = await stage()
    await counts('王经理', 'rate', 'USD 7 2026-11-01')
    await types('王经理', '团队 合计额 10000 本月')
    expect((await types('王经理', '团队')).answer).toContain('合计额 3800 / 1万（38%）')
  })

  it('says which rate is missing instead of what is done, and the others go on', async () => {
    const { counts, types } = await stage()
    await counts('王经理', 'rate', 'USD 7 2026-11-18')
    const { answer } = await types('张三', '')
    expect(answer).toContain('合计额 4000：还不知道 2026-11-17 的 USD 汇率')
    expect(answer).toContain('/汇率 USD 7.1 2026-11-17')
    expect(answer).not.toContain('合计额 0')
    expect(answer).toContain('海外额 100美元 / 1000美元')
    expect((await types('王经理', '团队')).answer).toMatch(/张三 \| 本月 合计额 4000 \| – \|.*缺汇率/)
  })

  it('is not anybody else’s missing rate', async () => {
    const { counts, types } = await stage()
    await counts('王经理', 'rate', 'USD 7 2026-11-18')
    await types('李四', '合计额 4200 本月')
    expect((await types('李四', '')).answer).toContain('合计额 2100 / 4200（50%）')
  })

  it('is held against past months at their rates, without those that lack one', async () => {
    const { counts, records, types } = await stage()
    for (const month of ['06', '07', '08', '09', '10']) await records('赵组长', `2026-${month}-15`, { overseas: 100 })
    await counts('王经理', 'rate', 'USD 7 2026-07-01')
    await counts('王经理', 'rate', 'USD 10 2026-10-01')
    const { answer } = await types('赵组长', '合计额 900 本月')
    expect(answer).toContain('过去 4 个月里有 1 个月做到过（要胜过 75% 的历史），最好 1000')
  })
})
