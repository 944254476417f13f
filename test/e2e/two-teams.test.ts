import { expect, test } from 'vitest'
import { features } from '../../src/features/index.ts'
import { openTalk } from '../talk.ts'
import { at } from './cast.ts'

test('一个人在两个团队：交一次，两边都算；改了也跟着改；各看各的汇总', async () => {
  const groups = { sales: '销售一部', key: '大客户组' }
  const people = { zhang: '张敏', qian: '钱进', li: '李雷' }
  await using talk = await openTalk({ at: at('2026-11-23', '08:40'), people, groups, features })
  const [zhang, qian, li] = [talk.person('zhang'), talk.person('qian'), talk.person('li')]
  await zhang.says('/setup 销售一部', 'sales')
  await qian.says('/setup 大客户组', 'key')
  await li.says('/加入', 'key')
  await li.says('/加入', 'sales')

  await talk.goTo(at('2026-11-23', '18:00'))
  await li.says('/日报 拜访2 电话20', 'sales')
  await expect(li).toHear(/也计入 大客户组/)
  await li.says('/日报 电话21', 'sales')
  await qian.says('/榜单 电话 本周', 'key')
  await expect(qian).toHear(/李雷\s+21/)

  await talk.goTo(at('2026-11-23', '19:00'))
  const digests = (await li.all()).filter(it => /日报汇总/.test(it.text))
  expect(digests).toHaveLength(2)
  for (const { text } of digests) expect(text).toMatch(/1\/1[\s\S]*李雷\s+2\s+21/)
  await expect(li).not.toHear(/还没交/)
  expect(await talk.store.prisma.entry.count({ where: { value: 21, replaces: { not: null } } })).toBe(2)
})
