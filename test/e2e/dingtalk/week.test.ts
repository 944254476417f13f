import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { SeenMessage } from '../../simulators/dingtalk/seeing.ts'
import { temporaryStore } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import type { Server } from '../server.ts'
import { until, type Viewer } from '../until.ts'
import { GROUP, goTo, openCompany, startOn, viewer } from './company.ts'

const people = { zhang01: '张敏', li02: '李娜', wang03: '王强', zhao04: '赵磊' }

/** The week of the Room's tour, on DingTalk without a card template: a process of its own, the real SDK, and the simulator. */
describe('the first week of a team on DingTalk', () => {
  let dingtalk: DingTalkSimulator
  let server: Server
  let start: Date
  let zhang: Viewer<SeenMessage>
  let li: Viewer<SeenMessage>
  let wang: Viewer<SeenMessage>
  let zhao: Viewer<SeenMessage>
  const goto = (days: number, time: `${number}:${number}`) => goTo(dingtalk, server, fromMonday(start, days, time))
  const inGroup = (words: RegExp) =>
    dingtalk
      .messages(GROUP)
      .filter(one => one.fromBot)
      .map(one => dingtalk.visibleText(one).text)
      .filter(text => words.test(text))

  beforeAll(async () => {
    dingtalk = await openCompany(people)
    const { store, settings } = await temporaryStore()
    await store.close()
    server = await startOn(dingtalk, { DATA_DIR: settings.dataDir })
    start = new Date()
    zhang = viewer(dingtalk, 'zhang01')
    li = viewer(dingtalk, 'li02')
    wang = viewer(dingtalk, 'wang03')
    zhao = viewer(dingtalk, 'zhao04')
  }, 60_000)
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await dingtalk.close()
  })

  test('from nothing: the first word brings a greeting, one line makes the team, and whoever speaks joins', async () => {
    await dingtalk.says('zhang01', GROUP, '@领头羊 你好')
    await zhang.sees(/团队/)
    await dingtalk.says('zhang01', GROUP, '@领头羊 /setup 销售一部')
    await zhang.sees(/“销售一部”/)
    await dingtalk.says('zhang01', GROUP, '@领头羊 /settings calendar mon-fri holidays=off')
    await zhang.sees(/日历|周一/)
    for (const id of ['li02', 'wang03', 'zhao04']) await dingtalk.says(id, GROUP, '@领头羊 我来了')
    await dingtalk.says('zhang01', GROUP, '@领头羊 /member')
    const list = await zhang.sees(/李娜[\s\S]*王强|王强[\s\S]*李娜/)
    for (const name of Object.values(people)) expect(list.text).toContain(name)
  })

  test('plans by mention in the group and without one in the direct chat', async () => {
    await goto(0, '08:30')
    await dingtalk.says('li02', GROUP, '@领头羊 计划 拜访3 电话20')
    await li.sees(/计划已记下[\s\S]*拜访[\s\S]*3/)
    await dingtalk.tellsBot('wang03', '计划 电话三十')
    await wang.sees(/计划已记下[\s\S]*30/)
    expect(zhao.texts().join('\n')).not.toMatch(/计划已记下[\s\S]*30/)
  })

  test('a nudge in the direct chat, only to who has not planned', async () => {
    await goto(0, '09:00')
    const nudge = await zhao.sees(/09:15/)
    expect(nudge.conversationId).toBe(dingtalk.direct('zhao04'))
    expect(wang.texts().join('\n')).not.toMatch(/计划.*09:15 截止/)
  })

  test('a report spoken, a picture answered politely, and the digest', async () => {
    await goto(0, '18:00')
    await dingtalk.tellsBot('li02', '日报 拜访2 电话25 签单1/8万 卡点:合同盖章')
    await li.sees(/日报已记下/)
    await dingtalk.sends('wang03', { kind: 'audio', recognition: '日报 电话二十八' })
    await wang.sees(/日报已记下[\s\S]*28/)
    await dingtalk.sends('zhao04', { kind: 'picture' })
    await zhao.sees(/图片/)
    await goto(0, '19:00')
    await zhang.sees(/日报汇总[\s\S]*2\/3[\s\S]*合同盖章/)
    expect(inGroup(/日报汇总/)).toHaveLength(1)
  })

  test('a late report adds one short line, since nothing can be revised here', async () => {
    await dingtalk.tellsBot('zhao04', '日报 电话11')
    await zhao.sees(/日报已记下/)
    await until(() => inGroup(/赵磊/).length > 0, 'the group hears of it')
    const [line = ''] = inGroup(/赵磊/).slice(-1)
    expect(line.split('\n').length).toBeLessThanOrEqual(3)
    expect(inGroup(/日报汇总[\s\S]*合同盖章/)).toHaveLength(1)
  })

  test('the board on Friday, posted by itself, once', async () => {
    await goto(4, '17:00')
    await zhang.sees(/榜[\s\S]*李娜[\s\S]*(8万|80,000|8 万)/)
    expect(inGroup(/签单额?榜|业绩榜|周榜/).length).toBeLessThanOrEqual(1)
  })

  test('and DingTalk never had to say that it was too much', () => {
    expect(dingtalk.usedCalls).toBeLessThan(60)
    expect(dingtalk.takeUnexpected()).toEqual([])
  })
})
