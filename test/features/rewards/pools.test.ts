import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barWords, percentWords } from '../../../src/features/rewards/words/pools.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageRewards } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const outing = '/奖池 新建 团建 签单额 300万 2026-Q4 奖励=海底捞'

describe('a team reward pool', () => {
  it('is made by a manager, and all see how far it has come', async () => {
    const { says, record } = await stageRewards(database.store)
    await record('李四', '2026-10-09', { revenue: 1_000_000 })
    expect((await says('王经理', outing)).words[0]).toContain('团建 ▰▰▰▱▱▱▱▱▱▱ 33% · 签单额 100万 / 300万')
    await record('张三', '2026-11-19', { revenue: 920_000 })
    const { words } = await says('张三', '/pool')
    expect(words[0]).toContain('团建 ▰▰▰▰▰▰▱▱▱▱ 64% · 签单额 192万 / 300万')
    expect(words[0]).toContain('解锁：海底捞 · 还有 41 天')
  })

  it('is told to the group on Friday, with a picture', async () => {
    const { says, record, day, team } = await stageRewards(database.store)
    await says('王经理', outing)
    await record('张三', '2026-11-19', { revenue: 1_500_000 })
    const { said, words } = await day('2026-11-20', 'post')
    expect(said).toMatchObject([{ to: { team: team.id }, key: `rewards.pools:${team.id}:2026-11-20` }])
    expect(words[0]).toContain('50%')
    expect(said[0]?.content.blocks.some(({ b }) => b === 'image')).toBe(true)
  })

  it('says nothing on Friday without a pool', async () => {
    const { day } = await stageRewards(database.store)
    expect((await day('2026-11-20', 'post')).said).toEqual([])
  })

  it('is celebrated once when a report brings it there, whatever is corrected afterwards', async () => {
    const { says, record, happens, day } = await stageRewards(database.store)
    await says('王经理', outing)
    await record('张三', '2026-11-20', { revenue: 3_100_000 })
    const { words } = await happens('report.submitted', {}, '2026-11-20 18:00')
    expect(words).toHaveLength(1)
    expect(words[0]).toContain('🎉 大家一起做到了！解锁：海底捞')
    await record('张三', '2026-11-20', { revenue: -2_000_000 })
    expect((await happens('report.submitted', {}, '2026-11-20 19:00')).said).toEqual([])
    await record('张三', '2026-11-21', { revenue: 5_000_000 })
    expect((await day('2026-11-23')).said).toEqual([])
    expect((await says('李四', '/奖池', '2026-11-24 10:00')).words[0]).toContain('签单额 310万 / 300万')
    expect((await says('李四', '/奖池', '2026-11-24 10:00')).words[0]).toContain('已达成')
  })

  it('is found to be reached by the clock too, as of the slot', async () => {
    const { says, record, day } = await stageRewards(database.store)
    await says('王经理', outing)
    await record('张三', '2026-11-23', { revenue: 3_000_000 })
    expect((await day('2026-11-20')).said).toEqual([])
    expect((await day('2026-11-23')).words[0]).toContain('大家一起做到了')
  })

  it('ends kindly when its time is over, once', async () => {
    const { says, record, happens, day } = await stageRewards(database.store)
    await says('王经理', outing)
    await record('张三', '2026-11-20', { revenue: 2_999_999 })
    expect((await happens('report.submitted', {}, '2027-01-04 09:00')).said).toEqual([])
    const { words } = await day('2027-01-04')
    expect(words[0]).toContain('大家一起走到了 99%')
    expect((await day('2027-01-05')).said).toEqual([])
  })

  it('may be of a metric that is worked out, from what all have together', async () => {
    const { says, record, counts } = await stageRewards(database.store)
    await counts('添加 均单 单位=金额 公式=签单额 / 签单')
    await record('张三', '2026-11-19', { deals: 1, revenue: 10_000 })
    await record('李四', '2026-11-19', { deals: 3, revenue: 50_000 })
    expect((await says('王经理', '/pool new 聚餐 均单 3万 2026-11 unlocks=hotpot for all')).words[0]).toContain('50%')
    expect((await says('张三', '/奖池')).words[0]).toContain('hotpot for all')
  })

  it('is made by the form as well', async () => {
    const { says, use, team } = await stageRewards(database.store)
    const { said } = await says('王经理', '/奖池 新建')
    expect(said[0]?.content.blocks[0]?.b).toBe('form')
    const values = {
      name: '团建',
      metric: 'revenue',
      target: '300万',
      from: '2026-10-01',
      to: '2026-12-31',
      unlocks: '海底捞',
    }
    await use('王经理', 'rewards.new-pool', { values })
    const row = await database.store.prisma.pool.findFirstOrThrow({ where: { teamId: team.id } })
    expect(row).toMatchObject({ name: '团建', period: '2026-10-01..2026-12-31', unlocks: '海底捞' })
  })

  it('can be called off', async () => {
    const { says } = await stageRewards(database.store)
    await says('王经理', outing)
    await says('王经理', '/奖池 取消 团建')
    expect((await says('张三', '/奖池')).words[0]).toContain('没有团队奖池')
  })

  it.each([
    ['王经理', '/奖池 新建 团建 签单额 300万 2026-02-01..2026-02-31 奖励=海底捞', 'span-no-such-day'],
    ['王经理', '/奖池 新建 团建 签单额 300万 2026-12-31..2026-12-01 奖励=海底捞', 'span-backwards'],
    ['王经理', '/奖池 新建 团建 签单额 300万 2026-Q3 奖励=海底捞', 'span-past'],
    ['王经理', '/奖池 新建 团建 签单额 300万 奖励=海底捞', 'span-missing'],
    ['王经理', '/奖池 新建 团建 300万 2026-Q4 奖励=海底捞', 'pool-metric'],
    ['王经理', '/奖池 新建 团建 签单额 1000000000000000 2026-Q4 奖励=海底捞', 'contest-mark-too-large'],
    ['王经理', '/奖池 新建 团建 签单额 -5 2026-Q4 奖励=海底捞', 'contest-mark'],
    ['王经理', '/奖池 新建 签单额 300万 2026-Q4 奖励=海底捞', 'pool-unclear'],
    ['王经理', '/奖池 新建 团建 签单额 300万 2026-Q4', 'pool-unclear'],
    ['王经理', '/奖池 新建 团建 丢单 30 2026-Q4 奖励=海底捞', 'pool-least'],
    ['王经理', '/奖池 取消 团建', 'pool-unknown'],
    ['张三', outing, 'team.not-allowed'],
  ])('%s: %s is answered plainly', async (name, line, code) => {
    const { says, team } = await stageRewards(database.store)
    await expect(says(name, line)).rejects.toMatchObject({ code })
    expect(await database.store.prisma.pool.count({ where: { teamId: team.id } })).toBe(0)
  })

  it('is refused with the name of another, and where the target is reached already', async () => {
    const { says, record } = await stageRewards(database.store)
    await says('王经理', outing)
    await expect(says('王经理', outing)).rejects.toMatchObject({ code: 'pool-name-taken' })
    await record('张三', '2026-11-19', { calls: 50 })
    await expect(says('王经理', '/奖池 新建 聚餐 电话 50 本月 奖励=奶茶')).rejects.toMatchObject({
      code: 'pool-reached',
    })
  })
})

it.each([
  [0, '▱▱▱▱▱▱▱▱▱▱', '0%'],
  [0.999, '▰▰▰▰▰▰▰▰▰▱', '99%'],
  [1, '▰▰▰▰▰▰▰▰▰▰', '100%'],
  [1.25, '▰▰▰▰▰▰▰▰▰▰', '125%'],
  [-0.1, '▱▱▱▱▱▱▱▱▱▱', '0%'],
])('a share of %d is drawn %s', (share, bar, percent) => {
  expect([barWords(share), percentWords(share)]).toEqual([bar, percent])
})
