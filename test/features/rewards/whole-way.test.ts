import { expect, test } from 'vitest'
import { openTeam } from '../../team-talk.ts'

test('a contest in a group: opened, played by reports, won, paid in points that buy something', async () => {
  const people = { wang: '王敏', zhang: '张三', li: '李四' }
  await using talk = await openTeam({ at: '2026-11-30T09:00:00+08:00', people })
  const { wang, zhang, li } = talk.who
  await wang.says('/设置 积分 开')
  await wang.tells('/奖品 添加 咖啡券 40')
  await wang.says('/竞赛 最多 电话 2026-12-01..2026-12-02 奖品=电影票 名=电话冲刺')
  await talk.goTo('2026-12-01T09:30:00+08:00')
  await expect(talk.group).toHear(/电话冲刺 · 最多/)
  await talk.goTo('2026-12-01T18:30:00+08:00')
  await zhang.says('/日报 电话20')
  await li.says('/日报 电话12')
  await talk.goTo('2026-12-03T09:30:00+08:00')
  await expect(talk.group).toHear(/🏆 恭喜 @?张三（20）/)
  await zhang.tells('/积分')
  await expect(zhang).toHear(/你有 50 分/)
  await zhang.tells('/兑换 咖啡券')
  await expect(wang).toHear(/张三 想用 40 分换“咖啡券”/)
  await wang.uses('rewards.decline', { value: '1' })
  await expect(zhang).toHear(/40 分已经退回给你/)
  await zhang.tells('/积分')
  await expect(zhang).toHear(/你有 50 分/)
})

test('a pool in a group: made, told on Friday, celebrated when a report brings it there', async () => {
  await using talk = await openTeam({ at: '2026-11-26T09:00:00+08:00', people: { wang: '王敏', zhang: '张三' } })
  const { wang, zhang } = talk.who
  await wang.tells('/奖池 新建 团建 签单额 20万 2026-Q4 奖励=海底捞')
  await talk.goTo('2026-11-26T18:30:00+08:00')
  await zhang.says('/日报 电话10 签单额5万')
  await talk.goTo('2026-11-27T17:30:00+08:00')
  await expect(talk.group).toHear(/团建 ▰▰▱▱▱▱▱▱▱▱ 25%/)
  await talk.goTo('2026-11-27T18:30:00+08:00')
  await zhang.says('/日报 电话10 签单额16万')
  await expect(talk.group).toHear(/大家一起做到了！解锁：海底捞/)
})
