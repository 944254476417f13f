import { expect, test } from 'vitest'
import { openTeam } from '../../team-talk.ts'

test('a month in the Room: a first deal is praised in the evening, a champion named and traced', async () => {
  await using talk = await openTeam({ at: '2026-11-30T18:00:00+08:00', people: { zhang: '张敏', li: '李雷' } })
  const { zhang, li } = talk.who
  await li.says('/日报 拜访3 签单1 签单额8万')
  await talk.goTo('2026-11-30T19:10:00+08:00')
  await expect(talk.group).toHear(/今天的表扬[\s\S]*李雷.*开张了[\s\S]*为什么：首单/)
  await li.says('/为什么 汇总')
  await expect(li).toHear(/原因：团队设置了自动表扬，一天一次，只说好的：首单/)

  await talk.goTo('2026-12-01T09:30:00+08:00')
  await expect(talk.group).toHear(/2026年11月签单额冠军[\s\S]*李雷.*签单额 8万。祝贺/)
  await zhang.says('/追溯 冠军 2026-11')
  await expect(zhang).toHear(
    /规则[\s\S]*最多者为冠军[\s\S]*2026-11-30[\s\S]*8万[\s\S]*校验码 [0-9a-f]{64}[\s\S]*与评出时一致/,
  )
  await zhang.tells('/trace champion 2026-11')
  await expect(zhang).toHear(/校验码/)
  await zhang.says('/trace 签单额 2026-11 李雷')
  await expect(zhang).toHear(/李雷的签单额/)
  await zhang.tells('/冠军 导出 2026-11')
  await expect(zhang).toHear(/winner,\d+,80000\s+proof,[0-9a-f]{64}/)
})
