import { expect, test } from 'vitest'
import { toLocal } from '../../../src/calendar/zone.ts'
import { features } from '../../../src/features/index.ts'
import { openTalk } from '../../talk.ts'

test('jobs run at the times that a manager has set, by typing or by a tap', async () => {
  await using talk = await openTalk({ at: '2026-11-26T08:00:00+08:00', people: { zhang: '张敏' }, features })
  const zhang = talk.person('zhang')
  await zhang.says('/setup 销售一部')
  const timesOf = async (job: string) => {
    const rows = await talk.store.prisma.scheduledJob.findMany({ where: { job }, orderBy: { nextAt: 'asc' } })
    return rows.map(({ nextAt }) => toLocal(nextAt, 'Asia/Shanghai').time)
  }
  expect(await timesOf('boards.weekly')).toEqual(['17:00'])
  expect(await timesOf('digests.unread')).toEqual(['09:30'])
  expect(await timesOf('nudges.before-due')).toEqual(['09:00', '18:45'])

  await zhang.says('/设置 周榜时间 下午4点半')
  await expect(zhang).toHear(/已改。周榜时间：16:30/)
  await zhang.says('/settings nudges.beforeMinutes 30')
  await zhang.says('/设置 未读提醒')
  await zhang.uses('settings.set', { value: 'digests.unreadAt 关' })
  await expect(zhang).toHear(/已改。未读提醒：关/)
  expect(await timesOf('boards.weekly')).toEqual(['16:30'])
  expect(await timesOf('nudges.before-due')).toEqual(['08:45', '18:30'])
  expect(await timesOf('digests.unread')).toEqual([])

  await zhang.says('/设置 周榜时间 改天')
  await expect(zhang).toHear(/没有改。“周榜时间”可以填：时间，如 09:30、下午5点/)
  await talk.goTo('2026-11-27T16:30:00+08:00')
  expect(await talk.store.prisma.slot.count({ where: { job: 'boards.weekly', at: talk.clock.now() } })).toBe(1)
})
