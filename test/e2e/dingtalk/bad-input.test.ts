import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import type { Server } from '../server.ts'
import { until } from '../until.ts'
import { GROUP, openCompany, startOn, viewer, wordsFor } from './company.ts'

const people = { zhang01: '张敏', li02: '李娜' }
const bySession = '/robot/sendBySession'
const byRobot = '/v1.0/robot/oToMessages/batchSend'

/** What DingTalk should never do, or does when it is in trouble: each has an answer and loses nothing. */
describe('a DingTalk that misbehaves', () => {
  let dingtalk: DingTalkSimulator
  let server: Server
  const answers = (words: RegExp) =>
    dingtalk.directMessages('li02').filter(one => one.fromBot && words.test(wordsFor(dingtalk, 'li02', one)))

  beforeAll(async () => {
    dingtalk = await openCompany(people)
    server = await startOn(dingtalk, { DATA_DIR: temporaryFolder() })
    await dingtalk.says('zhang01', GROUP, '@领头羊 /setup 销售一部')
    await viewer(dingtalk, 'zhang01').sees(/“销售一部”/)
    await dingtalk.says('li02', GROUP, '@领头羊 /my')
    await viewer(dingtalk, 'li02').sees(/欢迎加入/)
  }, 60_000)
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await dingtalk.close()
  })

  test('a message that is pushed again counts once and is answered once', async () => {
    const { msgId } = await dingtalk.tellsBot('li02', '计划 拜访3')
    await until(() => answers(/计划已记下/).length === 1, 'it is answered')
    expect((await dingtalk.pushesAgain(msgId)).acked).toBe(true)
    await dingtalk.tellsBot('li02', '计划 拜访4')
    await until(() => answers(/计划已更新/).length === 1, 'so is the next')
    expect(answers(/计划(已记下|没有变化)/)).toHaveLength(1)
  })

  test('frames that are no JSON, or none of its own, are passed over', async () => {
    for (const frame of ['{"specVersion', 'null', '[]', '{"type":"CALLBACK"}', '日报'.repeat(100_000)])
      dingtalk.sendsFrame(frame)
    await dingtalk.tellsBot('li02', '计划 拜访5')
    await until(() => answers(/计划已更新[\s\S]*拜访：5/).length === 1, 'what follows is heard')
    expect(dingtalk.connectionCount).toBe(2)
    expect(server.output()).toContain('frame that cannot be read')
  })

  test('a picture of ten megabytes is answered, and nobody downloads it', async () => {
    await dingtalk.sends('li02', { kind: 'picture', bytes: new Uint8Array(10 * 1_048_576) })
    await until(() => answers(/图片/).length === 1, 'it is answered')
    expect(dingtalk.calls.filter(({ path }) => path.includes('download'))).toEqual([])
  })

  test('a refusal with HTTP 200 is one: the answer comes once DingTalk takes it', async () => {
    dingtalk.failNext(bySession, { errcode: -1 })
    await dingtalk.tellsBot('li02', '计划 拜访6')
    await until(() => answers(/计划已更新[\s\S]*拜访：6/).length === 1, 'it is said again')
  })

  test('a token that is over, behind a session that is over, costs nobody an answer', async () => {
    dingtalk.expireTokens()
    dingtalk.failNext(bySession, { errcode: 300001 }, 3)
    dingtalk.failNext(byRobot, { status: 401 })
    await dingtalk.tellsBot('li02', '计划 拜访7')
    await until(() => answers(/计划已更新[\s\S]*拜访：7/).length === 1, 'it goes by the robot')
    expect(answers(/计划已更新[\s\S]*拜访：7/)).toMatchObject([{ kind: 'sampleMarkdown' }])
  })

  test('after all that it stops as told, and no secret was written', async () => {
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(server.output()).not.toMatch(/unhandled/i)
    for (const secret of [dingtalk.clientSecret, 'sendBySession?', '拜访7'])
      expect(server.output()).not.toContain(secret)
    expect(dingtalk.takeUnexpected()).toEqual([])
  })
})
