import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { openPlainPlatform } from '../plain-platform.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

test('where no message can be revised, a late report adds one short line to the digest, and a changed one nothing', async () => {
  await using there = await openPlainPlatform({ store: database.store, draws: ['heading', 'list', 'fields', 'table'] })
  const [li, zhang] = [there.person('李'), there.person('张')]
  await li.says('/加入')
  await zhang.says('/加入')
  await li.says('/日报 拜访2')
  await there.travel('2026-11-23 19:00')
  expect(there.heardInGroup()).toContain('日报汇总 · 11月23日 周一')
  await zhang.tells('/日报 电话5 卡点：没有报价')
  expect(there.heardInGroup()).toBe('张 补交了 11月23日 周一 的日报：电话 5。卡点：没有报价')
  await zhang.tells('/日报 电话6')
  expect(there.heardInGroup()).toBe('')
  await there.travel('2026-11-23 20:00')
  expect(there.heardInGroup()).toBe('')
})

test('where no message can be revised, a corrected figure adds one short line to the digest, without the reason', async () => {
  await using there = await openPlainPlatform({ store: database.store, draws: ['heading', 'list', 'fields', 'table'] })
  const li = there.person('李')
  await li.says('/加入')
  await li.says('/日报 拜访2')
  await there.travel('2026-11-23 19:00')
  expect(there.heardInGroup()).toContain('日报汇总 · 11月23日 周一')
  await li.tells('/更正 拜访 3 今天 漏了一家')
  expect(there.heardInGroup()).toBe('李 11月23日 周一 的日报更正为：拜访 3')
})
