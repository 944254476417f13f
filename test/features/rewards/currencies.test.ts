import { describe, expect, it } from 'vitest'
import { sharedStore } from '../reports/stage.ts'
import { stageRewards } from './stage.ts'

const shared = sharedStore()

async function stage() {
  const staged = await stageRewards(shared.store)
  await staged.counts('添加 海外额 overseas 币种=USD')
  await staged.counts('添加 合计额 total-sales 单位=金额 公式=签单额 + 海外额')
  return staged
}

const outing = '/奖池 新建 团建 合计额 10000 2026-Q4 奖励=海底捞'

describe('a team reward pool by a metric of several currencies', () => {
  it('adds up at the rates of the days, states them, and is reached once', async () => {
    const { says, record, rates, happens } = await stage()
    await rates('USD 7 2026-11-01')
    await record('李四', '2026-11-18', { revenue: 1000, overseas: 100 })
    const { words } = await says('王经理', outing)
    expect(words[0]).toContain('团建 ▰▱▱▱▱▱▱▱▱▱ 17% · 合计额 1700 / 1万')
    expect((await says('张三', '/奖池')).words[0]).toContain('按 2026-11-01 汇率 1 USD = 7 CNY，换算成 CNY')
    await record('张三', '2026-11-20', { overseas: 1200 })
    expect((await happens('report.submitted', {}, '2026-11-20 18:00')).words[0]).toContain('大家一起做到了')
  })

  it('is not made without a rate, and says what to type', async () => {
    const { says, record } = await stage()
    await record('李四', '2026-11-18', { overseas: 100 })
    await expect(says('王经理', outing)).rejects.toMatchObject({ code: 'rate-missing' })
    expect((await says('张三', '/奖池')).words[0]).toContain('现在没有团队奖池')
  })

  it('neither ends nor is reached while a rate is missing: managers are told, then it is looked at again', async () => {
    const { says, record, rates, day, who } = await stage()
    await says('王经理', outing)
    await record('张三', '2026-11-20', { revenue: 9000, overseas: 1000 })
    const { said, words } = await day('2027-01-04')
    expect(said.map(({ to }) => to)).toEqual(['王经理', '陈经理'].map(name => ({ person: who(name).personId })))
    expect(words[0]).toContain('奖池“团建”缺汇率')
    const [shown] = (await says('张三', '/奖池', '2026-12-01 10:00')).words
    expect(shown).toContain('团建：还不知道 2026-11-20 的 USD 汇率')
    expect(shown).not.toContain('0%')
    await rates('USD 7 2026-11-01')
    expect((await day('2027-01-05')).words[0]).toContain('大家一起做到了')
  })
})
