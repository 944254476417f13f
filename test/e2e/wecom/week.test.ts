import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WeComSimulator } from '../../simulators/wecom/index.ts'
import type { SeenMessage } from '../../simulators/wecom/seeing.ts'
import { temporaryStore } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import type { Server } from '../server.ts'
import { until, type Viewer } from '../until.ts'
import { GROUP, goTo, openCorp, startOn, viewer } from './corp.ts'

const people = { zhangmin: '张敏', lina: '李娜', wangqiang: '王强', zhaolei: '赵磊' }

/** The week of the Room's tour, on WeCom with all three lanes: a process of its own, the real SDK, and the simulator. */
describe('the first week of a team on WeCom', () => {
  let wecom: WeComSimulator
  let server: Server
  let start: Date
  let zhang: Viewer<SeenMessage>
  let li: Viewer<SeenMessage>
  let wang: Viewer<SeenMessage>
  let zhao: Viewer<SeenMessage>
  const goto = (days: number, time: `${number}:${number}`) => goTo(wecom, server, fromMonday(start, days, time))
  const inGroup = (words: RegExp) =>
    wecom
      .messages(GROUP)
      .filter(one => one.author === '')
      .map(one => one.visible.text)
      .filter(text => words.test(text))

  beforeAll(async () => {
    wecom = await openCorp(people)
    const { store, settings } = await temporaryStore()
    await store.close()
    server = await startOn(wecom, { DATA_DIR: settings.dataDir })
    start = new Date()
    zhang = viewer(wecom, 'zhangmin')
    li = viewer(wecom, 'lina')
    wang = viewer(wecom, 'wangqiang')
    zhao = viewer(wecom, 'zhaolei')
  }, 60_000)
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await wecom.close()
  })

  test('from nothing: the first word brings a greeting, one line makes the team, and whoever speaks joins', async () => {
    await wecom.says('zhangmin', GROUP, '@领头羊 你好')
    await zhang.sees(/团队/)
    await wecom.says('zhangmin', GROUP, '@领头羊 /setup 销售一部')
    await zhang.sees(/“销售一部”/)
    await wecom.says('zhangmin', GROUP, '@领头羊 /settings calendar mon-fri holidays=off')
    await zhang.sees(/日历|周一/)
    for (const id of ['lina', 'wangqiang', 'zhaolei']) await wecom.says(id, GROUP, '@领头羊 我来了')
    // WeCom tells names to the app alone, a moment later.
    for (let asked = 0; asked < 20 && !zhang.texts().some(text => /李娜/.test(text) && /赵磊/.test(text)); asked++) {
      await wecom.tellsBot('zhangmin', '/member')
      await sleep(500)
    }
    await zhang.sees(/李娜[\s\S]*王强|王强[\s\S]*李娜/)
    // Whoever said no more than that they are there is welcomed, and not told that it is no command.
    await li.sees(/欢迎加入/)
    expect(li.texts().join('\n')).not.toContain('这里没有')
  })

  test('plans by mention in the group, in the chat with the bot, and over the app', async () => {
    await goto(0, '08:30')
    await wecom.says('lina', GROUP, '@领头羊 计划 拜访3 电话20')
    await li.sees(/计划已记下[\s\S]*拜访[\s\S]*3/)
    await wecom.tellsBot('wangqiang', '计划 电话三十')
    await wang.sees(/计划已记下[\s\S]*30/)
  })

  test('a nudge in private, only to who has not planned', async () => {
    await goto(0, '09:00')
    const nudge = await zhao.sees(/09:15/)
    expect(nudge.chatId).toBe('zhaolei')
    await wecom.tellsApp('zhaolei', '计划 电话12')
    await zhao.sees(/计划已记下[\s\S]*12/)
  })

  test('reports, a picture answered politely, and the digest', async () => {
    await goto(0, '18:00')
    await wecom.tellsBot('lina', '日报 拜访2 电话25 签单1/8万 卡点:合同盖章')
    await li.sees(/日报已记下/)
    await wecom.says('wangqiang', GROUP, '@领头羊 日报 电话28')
    await wang.sees(/日报已记下[\s\S]*28/)
    await wecom.sends('zhaolei', { kind: 'image', bytes: new Uint8Array([1, 2, 3]) })
    await zhao.sees(/图片/)
    await goto(0, '19:00')
    await zhang.sees(/日报汇总[\s\S]*2\/3[\s\S]*合同盖章/)
    expect(inGroup(/日报汇总/)).toHaveLength(1)
  })

  test('a late report adds one short line, since nothing can be revised here', async () => {
    await wecom.tellsBot('zhaolei', '日报 电话11')
    await zhao.sees(/日报已记下/)
    await until(() => inGroup(/赵磊/).length > 0, 'the group hears of it')
    expect(inGroup(/日报汇总[\s\S]*合同盖章/)).toHaveLength(1)
  })

  test('a form that nobody can draw is filled in step by step', async () => {
    await goto(1, '08:31')
    await wecom.tellsBot('wangqiang', '/计划')
    await wang.sees(/逐项填写|填写/)
    await wecom.tellsBot('wangqiang', '填写')
    await wang.sees(/1\/\d|第 ?1/)
    await wecom.tellsBot('wangqiang', '取消')
    await wang.sees(/取消/)
  })

  test('the board on Friday, posted by itself, once', async () => {
    await goto(4, '17:00')
    await zhang.sees(/榜[\s\S]*李娜[\s\S]*(8万|80,000|8 万)/)
  })

  test('and WeCom never had to say that it was too much', () => {
    expect(wecom.takeUnexpected()).toEqual([])
  })
})
