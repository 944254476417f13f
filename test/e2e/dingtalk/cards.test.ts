import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { monthAt } from '../../../adapters/dingtalk/month.ts'
import { memoryOf } from '../../../src/store/adapter-memory.ts'
import { openStore } from '../../../src/store/open.ts'
import { bellwether } from '../../cli/command-line.ts'
import type { DingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import { quiet } from '../../store/fixture.ts'
import { setUpTeam } from '../person.ts'
import type { Running } from '../running.ts'
import { until } from '../until.ts'
import { dingtalkSettings, GROUP, wordsFor } from './company.ts'
import type { Presser } from './presser.ts'
import { openWithCards, withCards } from './with-cards.ts'

const create = '/v1.0/card/instances/createAndDeliver'
const change = '/v1.0/card/instances'
const findings = z.array(z.object({ check: z.string(), said: z.string(), todo: z.string().optional() }))

/** A company that has built the card template: what can be pressed is pressed, and a digest changes in place. */
describe('a team on DingTalk with cards', () => {
  let dingtalk: DingTalkSimulator
  let running: Running
  let zhang: Presser
  let li: Presser
  let wang: Presser
  let zhao: Presser
  const inGroup = (words: RegExp) =>
    dingtalk.messages(GROUP).filter(one => one.fromBot && words.test(wordsFor(dingtalk, 'zhang01', one)))

  /** As if so many metered calls had been made in this month, on both sides; while no process runs. */
  async function use(calls: number): Promise<void> {
    dingtalk.useCalls(calls - dingtalk.usedCalls)
    const store = await openStore({ dataDir: running.dataDir, log: quiet })
    await memoryOf(store, 'dingtalk').set(`calls:${monthAt(new Date()).name}`, calls)
    await store.close()
  }

  beforeAll(async () => {
    ;({ dingtalk, running, zhang, li, wang, zhao } = await openWithCards())
    await setUpTeam(zhang)
    for (const one of [li, wang, zhao]) await one.says('我来了')
    await until(() => inGroup(/赵磊/).length > 0 || zhao.texts().length > 0, 'they are taken in')
  })
  afterAll(() => running[Symbol.asyncDispose]())

  test('a reminder is a card: its button snoozes it, and whoever pressed sees that it was taken in', async () => {
    await running.goTo(0, '09:00')
    const nudge = await li.sees(/09:15/)
    expect(nudge.kind).toBe('card')
    expect((await li.presses(nudge, '30 分钟后再说')).acked).toBe(true)
    await li.sees(/✓ 收到/)
    await li.sees(/09:30 之前不提醒你/)
    expect(zhao.texts().join()).not.toContain('✓ 收到')
  })

  test('a plan through the buttons of the reminder, question by question', async () => {
    await wang.presses(await wang.sees(/09:15/), '填表')
    await wang.presses(await wang.sees(/逐项填写/), '逐项填写')
    await wang.fillsIn({ 拜访: '3', 电话: '30' })
    expect(await wang.sees(/计划已记下[\s\S]*拜访：3[\s\S]*电话：30/)).toMatchObject({ kind: 'card' })
  })

  test('a report is corrected by the button beneath it', async () => {
    await running.goTo(0, '18:00')
    await li.tells('日报 拜访2 电话25 签单1/8万 卡点:合同盖章')
    await li.presses(await li.sees(/日报已记下/), '更正')
    await li.presses(await li.sees(/日报[\s\S]*逐项填写/), '逐项填写')
    await li.fillsIn({ 电话: '26' })
    await li.sees(/日报已更新[\s\S]*拜访：2[\s\S]*电话：26[\s\S]*合同盖章/)
  })

  test('a digest is one card, which a late report changes in place', async () => {
    await running.goTo(0, '19:00')
    await zhang.sees(/日报汇总[\s\S]*1\/3 人已交[\s\S]*合同盖章/)
    const [digest, ...more] = inGroup(/日报汇总/)
    expect(more).toEqual([])
    const before = dingtalk.messages(GROUP).length
    await zhao.tells('日报 电话11')
    const revised = await zhang.sees(/日报汇总[\s\S]*2\/3 人已交[\s\S]*赵磊[\s\S]*电话 11/)
    expect(revised.outTrackId).toBe(digest?.outTrackId)
    expect(dingtalk.messages(GROUP)).toHaveLength(before)
  })

  test('killed over a card that DingTalk has, it finds it: there is one, and it still changes', async () => {
    await running.goTo(1, '18:50')
    await li.tells('日报 电话5')
    await li.sees(/日报已记下[\s\S]*电话：5/)
    dingtalk.failNext(create, { hang: true, afterEffect: true })
    // Nobody answers it: the process is killed while it waits for DingTalk.
    const going = expect(running.goTo(1, '19:00')).rejects.toThrow()
    const digests = () => inGroup(/日报汇总[\s\S]*电话 5/)
    await until(() => digests().length > 0, 'the card is made and nobody is told')
    await running.server.end('SIGKILL')
    await going
    await running.restart()
    await until(() => running.server.output().includes('a delivery had arrived after all'), 'it is found')
    dingtalk.failNext(change, { hang: true, afterEffect: true })
    await wang.tells('日报 电话7')
    await until(() => inGroup(/日报汇总[\s\S]*王强[\s\S]*电话 7/).length > 0, 'the card is changed and nobody is told')
    await running.server.end('SIGKILL')
    await running.restart()
    await zhao.tells('日报 电话9')
    await zhang.sees(/日报汇总[\s\S]*王强[\s\S]*电话 7[\s\S]*赵磊[\s\S]*电话 9/)
    expect(digests()).toHaveLength(1)
  })

  test('with most of the month’s calls used, the log says so once', async () => {
    await running.server.end('SIGTERM')
    await use(3_499)
    await running.restart()
    const warned = () =>
      running.server
        .output()
        .split('\n')
        .filter(line => line.includes('70 %'))
    for (const [at, one] of [li, wang, zhao].entries()) {
      const before = one.texts().length
      await one.tells(`日报 电话${20 + at}`)
      await until(() => one.texts().length > before, 'the report is answered')
    }
    expect(warned()).toHaveLength(1)
    expect(JSON.parse(warned()[0] ?? '')).toMatchObject({ level: 40, of: 5_000, forecast: expect.any(Number) })
  })

  test('with hardly any left, replies go and digests do not, and the doctor says why', async () => {
    await running.server.end('SIGTERM')
    await use(4_500)
    await running.restart()
    await running.goTo(2, '18:50')
    const before = dingtalk.usedCalls
    await li.tells('日报 拜访9')
    // By the session that came with it, which costs nothing; so what a card would offer is typed.
    expect(await li.sees(/日报已记下[\s\S]*拜访：9[\s\S]*更正/)).toMatchObject({ kind: 'markdown' })
    await running.goTo(2, '19:00')
    await until(
      () => /digests\.due[\s\S]*kept for replies/.test(running.server.output()),
      'the log says why there is none',
    )
    expect(inGroup(/日报汇总[\s\S]*拜访 9/)).toEqual([])
    expect(dingtalk.usedCalls).toBe(before)
    await running.server.end('SIGTERM')
    const { out } = await bellwether(['doctor', '--json'], {
      ...dingtalkSettings(dingtalk),
      ...withCards,
      DATA_DIR: running.dataDir,
      LANG: 'zh_CN.UTF-8',
    })
    const found = findings.parse(JSON.parse(out)).find(({ said }) => said.includes('5000'))
    expect(found).toMatchObject({ check: 'dingtalk', said: expect.stringContaining('剩下的只用于回复和紧急消息') })
    expect(found?.todo).toContain('DINGTALK_MONTHLY_CALLS')
  })

  test('and DingTalk never had to say that it was too much', () => {
    expect(dingtalk.takeUnexpected()).toEqual([])
  })
})
