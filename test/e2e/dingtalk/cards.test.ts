import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { monthAt } from '../../../adapters/dingtalk/month.ts'
import { memoryOf } from '../../../src/store/adapter-memory.ts'
import { openStore } from '../../../src/store/open.ts'
import { readCard } from '../../adapters/dingtalk/card-reader.ts'
import { bellwether } from '../../cli/command-line.ts'
import type { DingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { SeenMessage } from '../../simulators/dingtalk/seeing.ts'
import { quiet, temporaryStore } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import type { Server } from '../server.ts'
import { until, type Viewer } from '../until.ts'
import { dingtalkSettings, follow, GROUP, goTo, openCompany, startOn, viewer, wordsFor } from './company.ts'

const people = { zhang01: '张敏', li02: '李娜', wang03: '王强', zhao04: '赵磊' }
const create = '/v1.0/card/instances/createAndDeliver'
const change = '/v1.0/card/instances'
const findings = z.array(z.object({ check: z.string(), said: z.string(), todo: z.string().optional() }))
const card = { DINGTALK_CARD_TEMPLATE_ID: 'bellwether.schema' }

/** A company that has built the card template: what can be pressed is pressed, and a digest changes in place. */
describe('a team on DingTalk with cards', () => {
  let dingtalk: DingTalkSimulator
  let dataDir: string
  let server: Server
  let start: Date
  let zhang: Viewer<SeenMessage>
  let li: Viewer<SeenMessage>
  let wang: Viewer<SeenMessage>
  let zhao: Viewer<SeenMessage>
  const viewerOf = (staffId: string) => viewer(dingtalk, staffId)
  const goto = (days: number, time: `${number}:${number}`) => goTo(dingtalk, server, fromMonday(start, days, time))
  const inGroup = (words: RegExp) =>
    dingtalk.messages(GROUP).filter(one => one.fromBot && words.test(wordsFor(dingtalk, 'zhang01', one)))

  /** Presses a button of a card by its label, as its template makes it. */
  async function press(staffId: string, { outTrackId }: SeenMessage, label: string) {
    const name = outTrackId ?? ''
    const { buttons } = readCard(dingtalk.card(name)?.params ?? {})
    const button = buttons.find(one => one.label === label)
    if (button === undefined) throw new Error(`no button ${label} among ${buttons.map(one => one.label).join()}`)
    const { id: action, value } = button
    return await dingtalk.presses(staffId, name, 'press', { action, value })
  }

  /** Answers the questions of a form one by one: those named here, and the others are left as they are. */
  async function fillIn(staffId: string, answers: Readonly<Record<string, string>>): Promise<void> {
    const asked = viewerOf(staffId)
    for (let n = 1; n <= 20; n++) {
      const step = await asked.sees(new RegExp(`${n}/\\d+ |\\[提交\\]`))
      const words = wordsFor(dingtalk, staffId, step)
      if (words.includes('[提交]')) return void (await press(staffId, step, '提交'))
      const [, answer] =
        Object.entries(answers).find(([label]) => words.includes(`${n}/`) && words.includes(` ${label}`)) ?? []
      if (answer !== undefined) await dingtalk.tellsBot(staffId, answer)
      else await press(staffId, step, words.includes('[照旧]') ? '照旧' : '跳过')
    }
  }

  async function restart(): Promise<void> {
    server = await startOn(dingtalk, { DATA_DIR: dataDir, ...card })
    await follow(dingtalk, server)
  }

  /** As if so many metered calls had been made in this month, on both sides; while no process runs. */
  async function use(calls: number): Promise<void> {
    dingtalk.useCalls(calls - dingtalk.usedCalls)
    const store = await openStore({ dataDir, log: quiet })
    await memoryOf(store, 'dingtalk').set(`calls:${monthAt(new Date()).name}`, calls)
    await store.close()
  }

  beforeAll(async () => {
    dingtalk = await openCompany(people)
    const { store, settings } = await temporaryStore()
    await store.close()
    dataDir = settings.dataDir
    server = await startOn(dingtalk, { DATA_DIR: dataDir, ...card })
    start = new Date()
    zhang = viewer(dingtalk, 'zhang01')
    li = viewer(dingtalk, 'li02')
    wang = viewer(dingtalk, 'wang03')
    zhao = viewer(dingtalk, 'zhao04')
    await dingtalk.says('zhang01', GROUP, '@领头羊 /setup 销售一部')
    await zhang.sees(/“销售一部”/)
    await dingtalk.says('zhang01', GROUP, '@领头羊 /settings calendar mon-fri holidays=off')
    await zhang.sees(/日历|周一/)
    for (const id of ['li02', 'wang03', 'zhao04']) await dingtalk.says(id, GROUP, '@领头羊 我来了')
    await until(() => inGroup(/赵磊/).length > 0 || zhao.texts().length > 0, 'they are taken in')
  }, 60_000)
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await dingtalk.close()
  })

  test('a reminder is a card: its button snoozes it, and whoever pressed sees that it was taken in', async () => {
    await goto(0, '09:00')
    const nudge = await li.sees(/09:15/)
    expect(nudge.kind).toBe('card')
    expect((await press('li02', nudge, '30 分钟后再说')).acked).toBe(true)
    await li.sees(/✓ 收到/)
    await li.sees(/09:30 之前不提醒你/)
    expect(zhao.texts().join()).not.toContain('✓ 收到')
  })

  test('a plan through the buttons of the reminder, question by question', async () => {
    await press('wang03', await wang.sees(/09:15/), '填表')
    await press('wang03', await wang.sees(/逐项填写/), '逐项填写')
    await fillIn('wang03', { 拜访: '3', 电话: '30' })
    expect(await wang.sees(/计划已记下[\s\S]*拜访：3[\s\S]*电话：30/)).toMatchObject({ kind: 'card' })
  })

  test('a report is corrected by the button beneath it', async () => {
    await goto(0, '18:00')
    await dingtalk.tellsBot('li02', '日报 拜访2 电话25 签单1/8万 卡点:合同盖章')
    await press('li02', await li.sees(/日报已记下/), '更正')
    await press('li02', await li.sees(/日报[\s\S]*逐项填写/), '逐项填写')
    await fillIn('li02', { 电话: '26' })
    await li.sees(/日报已更新[\s\S]*拜访：2[\s\S]*电话：26[\s\S]*合同盖章/)
  })

  test('a digest is one card, which a late report changes in place', async () => {
    await goto(0, '19:00')
    await zhang.sees(/日报汇总[\s\S]*1\/3 人已交[\s\S]*合同盖章/)
    const [digest, ...more] = inGroup(/日报汇总/)
    expect(more).toEqual([])
    const before = dingtalk.messages(GROUP).length
    await dingtalk.tellsBot('zhao04', '日报 电话11')
    const revised = await zhang.sees(/日报汇总[\s\S]*2\/3 人已交[\s\S]*赵磊[\s\S]*电话 11/)
    expect(revised.outTrackId).toBe(digest?.outTrackId)
    expect(dingtalk.messages(GROUP)).toHaveLength(before)
  })

  test('killed over a card that DingTalk has, it finds it: there is one, and it still changes', async () => {
    await goto(1, '18:50')
    await dingtalk.tellsBot('li02', '日报 电话5')
    await li.sees(/日报已记下 · 11月24日[\s\S]*电话：5|日报已记下[\s\S]*电话：5/)
    dingtalk.failNext(create, { hang: true, afterEffect: true })
    const going = goTo(dingtalk, server, fromMonday(start, 1, '19:00')).catch(() => undefined)
    const digests = () => inGroup(/日报汇总[\s\S]*电话 5/)
    await until(() => digests().length > 0, 'the card is made and nobody is told')
    await server.end('SIGKILL')
    await going
    await restart()
    await until(() => server.output().includes('a delivery had arrived after all'), 'it is found')
    dingtalk.failNext(change, { hang: true, afterEffect: true })
    await dingtalk.tellsBot('wang03', '日报 电话7')
    await until(() => inGroup(/日报汇总[\s\S]*王强[\s\S]*电话 7/).length > 0, 'the card is changed and nobody is told')
    await server.end('SIGKILL')
    await restart()
    await dingtalk.tellsBot('zhao04', '日报 电话9')
    await zhang.sees(/日报汇总[\s\S]*王强[\s\S]*电话 7[\s\S]*赵磊[\s\S]*电话 9/)
    expect(digests()).toHaveLength(1)
  })

  test('with most of the month’s calls used, the log says so once', async () => {
    await server.end('SIGTERM')
    await use(3_499)
    await restart()
    const warned = () =>
      server
        .output()
        .split('\n')
        .filter(line => line.includes('70 %'))
    for (const [at, id] of ['li02', 'wang03', 'zhao04'].entries()) {
      const key = viewerOf(id).texts().length
      await dingtalk.tellsBot(id, `日报 电话${20 + at}`)
      await until(() => viewerOf(id).texts().length > key, `${id} is answered`)
    }
    expect(warned()).toHaveLength(1)
    expect(JSON.parse(warned()[0] ?? '')).toMatchObject({ level: 40, of: 5_000, forecast: expect.any(Number) })
  })

  test('with hardly any left, replies go and digests do not, and the doctor says why', async () => {
    await server.end('SIGTERM')
    await use(4_500)
    await restart()
    await goto(2, '18:50')
    const before = dingtalk.usedCalls
    await dingtalk.tellsBot('li02', '日报 拜访9')
    // By the session that came with it, which costs nothing; so what a card would offer is typed.
    expect(await li.sees(/日报已记下[\s\S]*拜访：9[\s\S]*更正/)).toMatchObject({ kind: 'markdown' })
    await goto(2, '19:00')
    await until(() => /digests\.due[\s\S]*kept for replies/.test(server.output()), 'the log says why there is none')
    expect(inGroup(/日报汇总[\s\S]*拜访 9/)).toEqual([])
    expect(dingtalk.usedCalls).toBe(before)
    await server.end('SIGTERM')
    const { out } = await bellwether(['doctor', '--json'], {
      ...dingtalkSettings(dingtalk),
      ...card,
      DATA_DIR: dataDir,
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
