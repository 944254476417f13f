import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HouseInSlack, houseInSlack } from './house-in-slack.ts'

let stage: HouseInSlack
beforeAll(async () => {
  stage = await houseInSlack()
})
afterAll(() => stage[Symbol.asyncDispose]())

it('makes what a colleague said a blocker of whoever uses it, with their name, and answers them alone', async () => {
  const { slack } = stage
  const { ts } = await slack.says('UWANG', 'CSALES', 'Legal signs <next> week & not before')
  await stage.settle()
  const { delivery } = await slack.usesShortcut('ULI', 'CSALES', ts, 'reports.blocker')
  expect(delivery.acked).toBe(true)
  await stage.settle()
  expect((await stage.reportOf())?.blockers).toEqual(['Legal signs <next> week & not before (Wang)'])
  expect(stage.seenBy('ULI', 'CSALES').at(-1)).toContain('Legal signs')
  expect(stage.seenBy('UWANG', 'CSALES')).toEqual([])
})

it('answers in private where the bot is not', async () => {
  const { slack } = stage
  const { ts } = await slack.says('ULI', 'COTHER', 'the samples are late')
  await slack.usesShortcut('ULI', 'COTHER', ts, 'reports.blocker')
  await stage.settle()
  expect(stage.seenBy('ULI', slack.direct('ULI')).at(-1)).toContain('the samples are late')
})

it('ignores a shortcut that was never ours', async () => {
  const { slack } = stage
  const { ts } = await slack.says('UWANG', 'CSALES', 'good morning')
  await stage.settle()
  const before = await stage.written()
  expect((await slack.usesShortcut('ULI', 'CSALES', ts, 'some_old_thing')).delivery.acked).toBe(true)
  expect(await stage.written()).toBe(before)
})
