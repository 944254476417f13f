import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WeComSimulator } from '../../simulators/wecom/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import type { Server } from '../server.ts'
import { until } from '../until.ts'
import { GROUP, openCorp, startOn, viewer } from './corp.ts'

const people = { zhangmin: '张敏', lina: '李娜', zhaolei: '赵磊' }
const gettoken = '/cgi-bin/gettoken'
const toPeople = '/cgi-bin/message/send'

/** What WeCom, or somebody who is not WeCom, should never do: each has an answer and loses nothing. */
describe('a WeCom that misbehaves', () => {
  let wecom: WeComSimulator
  let server: Server
  const answers = (words: RegExp) =>
    viewer(wecom, 'lina')
      .texts()
      .filter(text => words.test(text))
  const planned = (MsgId: string, visits: number) =>
    wecom.appXml('lina', { MsgType: 'text', Content: `计划 拜访${visits}`, MsgId })

  beforeAll(async () => {
    wecom = await openCorp(people)
    server = await startOn(wecom, { DATA_DIR: temporaryFolder() })
    await wecom.says('zhangmin', GROUP, '@领头羊 /setup 销售一部')
    await viewer(wecom, 'zhangmin').sees(/“销售一部”/)
    await wecom.says('lina', GROUP, '@领头羊 /my')
    await viewer(wecom, 'lina').sees(/欢迎加入/)
  }, 60_000)
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await wecom.close()
  })

  test('a callback that is played back counts once and is answered once', async () => {
    const call = wecom.callbackRequest(planned('7001', 3))
    const again = call.clone()
    expect([(await fetch(call)).status, (await fetch(again)).status]).toEqual([200, 200])
    await until(() => answers(/计划已记下/).length === 1, 'it is answered')
    await fetch(wecom.callbackRequest(planned('7002', 4)))
    await until(() => answers(/计划已更新/).length === 1, 'so is the next')
    expect(answers(/计划(已记下|没有变化)/)).toHaveLength(1)
  })

  test('what is forged, stale, for another company, cut off or full of entities is refused and leads to nothing', async () => {
    const xml = planned('7003', 9)
    const wrong: readonly Request[] = [
      wecom.callbackRequest(xml, { token: 'another' }),
      wecom.callbackRequest(xml, { signature: '0'.repeat(40) }),
      wecom.callbackRequest(xml, { at: Math.floor(Date.now() / 1_000) - 3_600 }),
      wecom.callbackRequest(xml, { corpId: 'wwsomebodyelse' }),
      wecom.callbackRequest(xml, { truncatedTo: 40 }),
      wecom.callbackRequest(`<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]>${xml.replace('拜访9', '&a;')}`),
      new Request(wecom.callbackRequest(xml), { method: 'POST', body: 'x'.repeat(10 * 1_048_576) }),
    ]
    for (const request of wrong) {
      const { status } = await fetch(request)
      expect(status >= 400 && status < 500, String(status)).toBe(true)
    }
    await wecom.tellsBot('lina', '计划 拜访5')
    await until(() => answers(/计划已更新[\s\S]*拜访 5/).length === 1, 'what follows is heard')
    expect(answers(/拜访 9|root:/)).toEqual([])
  })

  test('frames that are no JSON, or none of its own, are passed over', async () => {
    for (const frame of ['{"cmd', 'null', '[]', '{"cmd":"aibot_msg_callback"}', '日报'.repeat(100_000)])
      wecom.sendsFrame(frame)
    await wecom.tellsBot('lina', '计划 拜访6')
    await until(() => answers(/计划已更新[\s\S]*拜访 6/).length === 1, 'what follows is heard')
  })

  test('a token that WeCom took away, and a refusal with HTTP 200, cost nobody an answer', async () => {
    // He has never spoken to the bot, so only the app can answer him.
    const help = wecom.appXml('zhaolei', { MsgType: 'text', Content: '/help', MsgId: '7004' })
    wecom.expireTokens()
    wecom.failNext(gettoken, { errcode: -1 })
    wecom.failNext(toPeople, { errcode: -1 })
    await fetch(wecom.callbackRequest(help))
    await until(() => wecom.directMessages('zhaolei').some(({ author }) => author === ''), 'it is said in the end')
  })

  test('after all that it stops as told, and no secret was written', async () => {
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(server.output()).not.toMatch(/unhandled/i)
    const { bot, app } = wecom
    for (const secret of [bot.secret, app.secret, app.callback.token, app.callback.aesKey, '拜访6'])
      expect(server.output()).not.toContain(secret)
    expect(wecom.takeUnexpected()).toEqual([])
  })
})
