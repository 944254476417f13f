import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { openPlainPlatform } from '../plain-platform.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

describe('what we cannot read', () => {
  test('is answered with what to do instead, each kind in its own words and in the language of its sender', async () => {
    await using there = await openPlainPlatform({ store: database.store })
    const { wang } = there
    const said = async () => {
      const answers: string[] = []
      for (const what of ['picture', 'voice', 'video', 'file', 'other'] as const) {
        await wang.sends(what)
        answers.push(wang.heard())
      }
      return answers
    }
    const zh = await said()
    expect(zh.map(answer => answer.slice(0, 2))).toEqual(['图片', '语音', '视频', '文件', '这种'])
    for (const answer of zh) expect(answer).toMatch(/打.*字|打字/)
    await wang.tells('/settings language en')
    const en = await said()
    expect(new Set(en).size).toBe(5)
    for (const answer of en) expect(answer).toMatch(/please type .*\nWhat I can do: \/help$/i)
  })

  test('is answered to its sender alone, in a group too', async () => {
    await using there = await openPlainPlatform({ store: database.store })
    await there.wang.sends('voice', there.inGroup)
    expect(there.wang.heard()).toContain('语音我听不了')
    expect(there.heardInGroup()).toBe('')
  })

  test('makes nobody a member, and a group without a team hears how to get one', async () => {
    await using there = await openPlainPlatform({ store: database.store })
    const li = there.person('李')
    await li.sends('picture', there.inGroup)
    expect(li.heard()).toContain('图片我看不懂')
    await there.wang.tells('/成员')
    expect(there.wang.heard()).not.toContain('李')
    await using teamless = await openPlainPlatform({ store: database.store, team: false })
    await teamless.wang.sends('picture', teamless.inGroup)
    expect(teamless.heardInGroup()).toContain('用这个群建团队')
  })
})
