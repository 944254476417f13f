import { expect, test } from 'vitest'
import { openTeam } from '../../team-talk.ts'

test('a team’s sheet comes in: pasted, looked at, recorded, told, and the posted board is said anew once', async () => {
  const people = { wang: '王敏', zhang: '张三', li: '李四' }
  await using talk = await openTeam({ at: '2026-11-16T09:00:00+08:00', people })
  const { wang, zhang, li } = talk.who
  await talk.goTo('2026-11-18T18:30:00+08:00')
  await zhang.says('/日报 电话10 签单额5万')
  await li.says('/日报 电话20 签单额6万')
  await talk.goTo('2026-11-20T18:00:00+08:00')
  await wang.says(
    '/录入 导入\n姓名\t日期\t电话\t签单额（万）\n张三\t2026/11/17\t8\t1\n张三\t2026/11/18\t30\t7\n李四\t2026/11/18\t20\t6',
  )
  await expect(wang).toHear(/1 人的 4 个数 · 电话、签单额 · 2026-11-17 至 2026-11-18/)
  await expect(wang).toHear(/张三 2026-11-18 电话 10 → 30/)
  await expect(talk.group).not.toHear(/10 → 30/)
  await wang.uses('entries.record-import')
  await expect(wang).toHear(/已导入：1 人的 4 个数.*\n?.*新增 2，更正 2，已经有了、不变 2/s)
  await expect(zhang).toHear(/王敏 导入了你的 4 个数/)
  const boards = (await talk.group.all()).filter(({ text }) => /更新：2026-11-18 的/.test(text))
  expect(boards.length).toBeGreaterThan(0)
  expect(new Set(boards.map(({ text }) => text.split('\n')[0])).size).toBe(boards.length)
  await zhang.tells('/追溯 电话 本周')
  await expect(zhang).toHear(/王敏 11-20 导入/)
  await wang.tells('/record import\nname, date, calls\n张三, 11-18, 30')
  await expect(wang).toHear(/不用导入|nothing to import/)
})
