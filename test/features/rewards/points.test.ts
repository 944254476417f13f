import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { kudos, stageRewards } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

describe('points', () => {
  it('are off unless a team wants them, and whoever asks is told how they come on', async () => {
    const { says, happens, who, balance } = await stageRewards(database.store, {})
    for (const line of ['/积分', '/奖品', '/兑换 咖啡券', '/points @张三 +10 好'])
      await expect(says('王经理', line)).rejects.toMatchObject({
        code: 'points-off',
        words: { zh: expect.stringContaining('/设置 积分 开') },
      })
    await happens('kudos.given', kudos('k1', who('李四'), who('张三')))
    expect(await balance('张三')).toBe(0)
  })

  it('come from winning a contest, once, and are told in private', async () => {
    const { happens, who, balance } = await stageRewards(database.store)
    const payload = { contestId: 'c1', name: '冲刺', memberIds: [who('张三').memberId, who('李四').memberId] }
    const { said, words } = await happens('contest.won', payload)
    expect(said.map(({ to }) => to)).toEqual([{ person: who('张三').personId }, { person: who('李四').personId }])
    expect(words[0]).toContain('积分 +50：赢了竞赛“冲刺”')
    expect((await happens('contest.won', payload)).said).toEqual([])
    expect(await balance('张三')).toBe(50)
  })

  it('come from thanks, once for each', async () => {
    const { happens, who, balance } = await stageRewards(database.store)
    for (const batch of ['k1', 'k2', 'k2']) await happens('kudos.given', kudos(batch, who('李四'), who('张三')))
    expect(await balance('张三')).toBe(10)
  })

  it('come from a manager, with a reason', async () => {
    const { says, who, balance } = await stageRewards(database.store)
    const { said, words } = await says('王经理', '/积分 @张三 ＋１０ 帮新人带单')
    expect(words[0]).toContain('张三 +10 分：帮新人带单。现在 10 分')
    expect(said[1]).toMatchObject({ to: { person: who('张三').personId } })
    await says('王经理', '/points 张三 -4 记错了')
    expect(await balance('张三')).toBe(6)
    const own = await says('张三', '/积分')
    expect(own.said.map(({ to }) => to)).toEqual([{ reply: 'private' }])
    expect(own.words[0]).toContain('你有 6 分')
    expect(own.words[0]).toContain('−4 | 记错了')
    expect((await says('王经理', '/积分 张三')).words[0]).toContain('张三有 6 分')
  })

  it.each([
    ['王经理', '/积分 @张三 +10', 'points-reason'],
    ['王经理', '/积分 @张三 10 原因', 'points-unclear'],
    ['王经理', '/积分 +10 原因', 'points-unclear'],
    ['王经理', '/积分 @张三 +0 原因', 'points-too-many'],
    ['王经理', '/积分 @张三 +1001 原因', 'points-too-many'],
    ['王经理', '/积分 @张三 +1000000000000000 原因', 'points-too-many'],
    ['王经理', '/积分 @张三 +1.5 原因', 'points-too-many'],
    ['王经理', '/积分 @张三 -5 原因', 'points-too-few'],
    ['王经理', '/积分 @钱八 +5 原因', 'team.member-unknown'],
    ['张三', '/积分 @李四 +5 原因', 'team.not-allowed'],
    ['张三', '/积分 李四', 'team.not-allowed'],
  ])('%s cannot %s', async (name, line, code) => {
    const { says, balance, team } = await stageRewards(database.store)
    await expect(says(name, line)).rejects.toMatchObject({ code })
    expect(await balance('张三')).toBe(0)
    expect(await database.store.prisma.pointEntry.count({ where: { teamId: team.id } })).toBe(0)
  })
})

describe('a reward', () => {
  async function stage() {
    const staged = await stageRewards(database.store)
    await staged.says('王经理', '/奖品 添加 咖啡券 30 库存=1')
    await staged.says('王经理', '/积分 张三 +100 季度之星')
    await staged.says('王经理', '/积分 李四 +100 季度之星')
    return staged
  }

  it('is on the list with its price and stock', async () => {
    const { says } = await stage()
    const { words } = await says('张三', '/奖品')
    expect(words[0]).toContain('咖啡券 · 30 分，还有 1 份')
    expect(words[0]).toContain('[换咖啡券] /兑换 咖啡券')
  })

  it('takes the points at once and asks the managers in private', async () => {
    const { says, balance, who } = await stage()
    const { said, words } = await says('张三', '/兑换 咖啡券')
    expect(await balance('张三')).toBe(70)
    expect(words[0]).toContain('先扣下 30 分，还有 70 分')
    expect(said.slice(1).map(({ to }) => to)).toEqual([
      { person: who('王经理').personId },
      { person: who('陈经理').personId },
    ])
    expect(words[1]).toContain('[同意] /兑换 同意 1')
    expect(words[1]).toContain('[婉拒] /兑换 婉拒 1 原因')
  })

  it('is approved once, by button or words', async () => {
    const { says, use, balance, who } = await stage()
    await says('张三', '/兑换 咖啡券')
    const { said, words } = await use('王经理', 'rewards.approve', { value: '1' })
    expect(words[0]).toContain('已同意 1 号')
    expect(said[1]).toMatchObject({ to: { person: who('张三').personId } })
    await expect(says('陈经理', '/兑换 婉拒 1')).rejects.toMatchObject({ code: 'redemption-decided' })
    expect(await balance('张三')).toBe(70)
  })

  it('gives points and stock back when it is declined, with the word about it', async () => {
    const { says, balance, recount } = await stage()
    await says('张三', '/redeem 咖啡券')
    const { words } = await says('王经理', '/redeem decline 1 下周到货再换')
    expect(words[1]).toContain('30 分已经退回给你。（王经理：下周到货再换）')
    expect(await balance('张三')).toBe(100)
    expect(await recount('张三')).toBe(100)
    expect((await says('李四', '/兑换 咖啡券')).words[0]).toContain('2 号')
  })

  it('is never sold twice', async () => {
    const { says, balance } = await stage()
    await says('张三', '/兑换 咖啡券')
    await expect(says('李四', '/兑换 咖啡券')).rejects.toMatchObject({ code: 'redeem-sold-out' })
    expect(await balance('李四')).toBe(100)
  })

  it('that is off the list cannot be had, and what was asked for stays', async () => {
    const { says } = await stage()
    await says('张三', '/兑换 咖啡券')
    await says('王经理', '/奖品 删除 咖啡券')
    await expect(says('李四', '/兑换 咖啡券')).rejects.toMatchObject({ code: 'reward-unknown' })
    expect((await says('王经理', '/兑换 同意 1')).words[0]).toContain('已同意')
  })

  it('of a manager is for another one to decide', async () => {
    const { says } = await stage()
    await says('陈经理', '/积分 王经理 +30 带队')
    await says('王经理', '/兑换 咖啡券')
    await expect(says('王经理', '/兑换 同意 1')).rejects.toMatchObject({ code: 'redemption-own' })
    expect((await says('陈经理', '/兑换 同意 1')).words[0]).toContain('已同意')
  })

  it.each([
    ['王五', '/兑换 咖啡券', 'redeem-too-few'],
    ['张三', '/兑换 飞机', 'reward-unknown'],
    ['张三', '/兑换', 'redeem-unclear'],
    ['张三', '/兑换 同意 1', 'team.not-allowed'],
    ['王经理', '/兑换 同意 99', 'redemption-unknown'],
    ['王经理', '/兑换 同意', 'redemption-unknown'],
    ['张三', '/奖品 添加 茶 10', 'team.not-allowed'],
    ['王经理', '/奖品 添加 咖啡券 20', 'reward-name-taken'],
    ['王经理', '/奖品 添加 茶', 'reward-unclear'],
    ['王经理', '/奖品 添加 茶 0', 'reward-unclear'],
    ['王经理', '/奖品 添加 茶 1000000', 'reward-unclear'],
    ['王经理', '/奖品 添加 茶 10 库存=-1', 'reward-unclear'],
    ['王经理', '/奖品 删除 茶', 'reward-unknown'],
    ['王经理', '/奖品 茶', 'reward-unclear'],
  ])('%s: %s is answered plainly', async (name, line, code) => {
    const { says, team } = await stage()
    await expect(says(name, line)).rejects.toMatchObject({ code })
    expect(await database.store.prisma.redemption.count({ where: { teamId: team.id } })).toBe(0)
    expect(await database.store.prisma.reward.count({ where: { teamId: team.id } })).toBe(1)
  })
})
