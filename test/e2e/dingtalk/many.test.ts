import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginFromNothing } from '../person.ts'
import { type Running, run } from '../running.ts'
import { until } from '../until.ts'
import { openCompany, person, startOn } from './company.ts'

const reps = Object.fromEntries(Array.from({ length: 24 }, (_, n) => [`rep${n}`, `销售${n}`]))
const batch = '/v1.0/robot/oToMessages/batchSend'

/** The free edition grants 5,000 calls a month: said one by one, a team of 24 would use up half of them for reminders. */
describe('a team of 24 on DingTalk', () => {
  let dingtalk: Awaited<ReturnType<typeof openCompany>>
  let running: Running
  const all = () => Object.keys(reps).map(staffId => person(dingtalk, staffId))

  beforeAll(async () => {
    dingtalk = await openCompany({ boss: '张敏', ...reps })
    running = await run(dingtalk, settings => startOn(dingtalk, settings))
    await beginFromNothing(person(dingtalk, 'boss'), all())
    for (const rep of all()) await rep.sees(/欢迎|加入/)
  }, 120_000)
  afterAll(() => running[Symbol.asyncDispose]())

  test('is reminded of the plan once each, with a few calls', async () => {
    await running.goTo(0, '08:30')
    const before = dingtalk.calls.filter(({ path }) => path === batch).length
    await running.goTo(0, '09:00')
    const reminded = () => all().map(rep => rep.texts().filter(text => /计划还没交[\s\S]*09:15/.test(text)).length)
    await until(() => reminded().every(count => count > 0), 'everybody is reminded')
    expect(reminded()).toEqual(Array(24).fill(1))
    // Whoever is first goes alone; the others are told together. How many are ready by then is chance.
    const calls = dingtalk.calls.filter(({ path }) => path === batch).length - before
    expect(calls).toBeLessThanOrEqual(10)
  })
})
