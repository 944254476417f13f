import { describe, expect, it } from 'vitest'
import { sharedStore } from '../reports/stage.ts'
import { stageReviews } from './stage.ts'

const shared = sharedStore()
const day = '2026-11-20'

async function stage() {
  const staged = await stageReviews(shared.store)
  await staged.types('王经理', 'metric 添加 海外额 overseas 币种=USD', `${day} 08:00`)
  await staged.types('王经理', 'metric 添加 合计额 total-sales 单位=金额 公式=签单额 + 海外额', `${day} 08:00`)
  await staged.records('张三', '2026-10-20', { overseas: 10 })
  await staged.records('张三', '2026-11-17', { revenue: 1000, overseas: 100 })
  return staged
}

describe('a review of somebody who sells in several currencies', () => {
  it('has the converted figure of both periods, and the rates', async () => {
    const { types } = await stage()
    await types('王经理', 'rate USD 7 2026-10-01', `${day} 09:00`)
    await types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
    const [card] = await types('王经理', 'review 张三', `${day} 16:00`)
    expect(card?.words).toContain('合计额 | 1700 | 70')
    expect(card?.words).toContain('海外额 | 100美元 | 10美元')
    expect(card?.words).toContain('合计额 按 2026-10-01 汇率 1 USD = 7 CNY，换算成 CNY')
  })

  it('leaves out what lacks a rate, and says what to type', async () => {
    const { types } = await stage()
    await types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
    const [card] = await types('王经理', 'review 张三', `${day} 16:00`)
    expect(card?.words).toContain('没有列出合计额：还不知道 2026-11-17 的 USD 汇率')
    expect(card?.words).not.toContain('合计额 |')
    expect(card?.words).toContain('海外额 | 100美元')
  })

  it('follows the effect of a task in one currency', async () => {
    const { types } = await stage()
    await types('王经理', 'review plan 张三 开拓海外 11月30日 看 合计额', '2026-11-17 08:00')
    const [lacking] = await types('王经理', 'review plan 张三', `${day} 16:00`)
    expect(lacking?.words).toContain('/汇率 USD 7.1 2026-10-20')
    await types('王经理', 'rate USD 7 2026-10-01', `${day} 16:05`)
    const [plan] = await types('王经理', 'review plan 张三', `${day} 16:10`)
    expect(plan?.words).toContain('合计额 70 → 1700（按 2026-10-01 汇率 1 USD = 7 CNY，换算成 CNY）')
  })
})
