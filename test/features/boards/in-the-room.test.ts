import { expect, test } from 'vitest'
import { openTeam } from '../../team-talk.ts'

test('the end of a month in the Room: asked for, posted once, put right in place, then the champion', async () => {
  await using talk = await openTeam({
    at: '2026-11-30T16:00:00+08:00',
    people: { zhang: '张敏', li: '李雷', han: '韩梅梅', wang: '王强' },
  })
  const { zhang, li, han } = talk.who
  await zhang.says('/设置 日榜指标 签单额')
  await li.says('/日报 拜访3 签单1 签单额8万')
  await han.says('/日报 拜访2 签单1 签单额9万')
  await han.says('/榜单 签单额 本月')
  await expect(talk.group).toHear(/签单额榜 · 2026年11月[\s\S]*1 +韩梅梅 +9万\s+2 +李雷 +8万/)

  await talk.goTo('2026-11-30T19:30:00+08:00')
  await expect(talk.group).toHear(/签单额榜 · 2026年11月30日/)
  await expect(talk.group).toHear(/签单额榜 · 2026年11月\n/)
  await expect(li).toHear(/2026年11月，签单额 8万，你在 2 人中排第 2，距上一名 1万/)
  await li.says('/为什么 榜单')
  await expect(li).toHear(/原因：团队设置了(?:每月|每日)榜单：/)

  const boards = async () => (await talk.group.all()).map(({ text }) => text).filter(text => text.includes('签单额榜'))
  expect(await boards()).toHaveLength(3)
  await li.tells('/更正 签单额 10万 2026-11-30 少算了一单')
  const corrected = await boards()
  expect(corrected).toHaveLength(3)
  for (const board of corrected) {
    expect(board).toMatch(/1 +李雷 +10万\s+2 +韩梅梅 +9万/)
    expect(board).toContain('更新：2026-11-30 的一个签单额数字已更正')
  }

  await talk.goTo('2026-12-01T09:30:00+08:00')
  await expect(talk.group).toHear(/2026年11月签单额冠军[\s\S]*李雷.*签单额 10万。祝贺/)
  expect(await boards()).toHaveLength(3)
})
