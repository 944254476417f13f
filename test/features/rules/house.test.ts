import { expect, it } from 'vitest'
import { openPlainPlatform } from '../plain-platform.ts'
import { sharedStore } from '../reports/stage.ts'

const shared = sharedStore()

it('on a platform that tells us only mentions, what cannot be heard is refused, and what can be is told to all', async () => {
  await using house = await openPlainPlatform({ store: shared.store, at: '2026-11-23 16:00' })
  const { wang } = house
  await wang.says('/群规 启用 安静时段')
  expect(house.heardInGroup() + wang.heard()).toContain('“安静时段”在企业微信 · 未命名的群听不到')
  await wang.tells('/群规 启用 客户隐私')
  expect(wang.heard()).toContain('已启用“客户隐私”')
  expect(wang.heard()).toContain('这里只能听到一部分')
  await wang.tells('/群规 编辑 route-delays 对象=发给机器人的')
  await wang.tells('/群规 启用 route-delays')
  await house.travel('2026-11-23 16:31')
  const news = house.heardInGroup()
  expect(news).toContain('新增 · 客户隐私')
  expect(news).toContain('新增 · 订单延期')
  expect(news.match(/群规有变化/g)).toHaveLength(1)
  await wang.pressesInGroup('我读过了')
  expect(house.heardInGroup() + wang.heard()).toContain('第 2 版你已读')
  await house.travel('2026-11-23 18:00')
  expect(house.heardInGroup()).not.toContain('群规有变化')
})

it('its settings and its help are where all others are', async () => {
  await using house = await openPlainPlatform({ store: shared.store, at: '2026-11-23 16:00' })
  const { wang } = house
  await wang.tells('/设置 合并群规修改 关')
  expect(wang.heard()).toContain('合并群规修改')
  await wang.tells('/帮助 群规')
  expect(wang.heard()).toContain('这里有哪些规矩')
  await wang.tells('/群规 启用 客户隐私')
  await house.travel('2026-11-23 16:02')
  expect(house.heardInGroup()).toContain('新增 · 客户隐私')
})

it('a rule is changed question by question where no forms are drawn', async () => {
  await using house = await openPlainPlatform({ store: shared.store, at: '2026-11-23 16:00' })
  const { wang } = house
  await wang.tells('/群规 编辑 客户隐私')
  expect(wang.heard()).toContain('/群规 编辑 customer-data 间隔=30')
  await wang.tells('/填写')
  expect(wang.heard()).toContain('名称')
  await wang.tells('客户号码')
  for (const _ of Array.from({ length: 7 })) await wang.tells('照旧')
  await wang.tells('提交')
  expect(wang.heard()).toContain('名称：客户隐私 → 客户号码')
})
