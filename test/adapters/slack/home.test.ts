import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HouseInSlack, houseInSlack } from './house-in-slack.ts'

let stage: HouseInSlack
beforeAll(async () => {
  stage = await houseInSlack()
})
afterAll(() => stage[Symbol.asyncDispose]())

const pageOf = (user: string) => JSON.stringify(stage.slack.home(user)?.blocks ?? [])

it('shows a person their own day, their reminders and their language', async () => {
  const { slack } = stage
  await slack.tellsBot('ULI', 'report visits 7')
  await stage.settle()
  expect((await slack.opensHome('ULI')).acked).toBe(true)
  await stage.settle()
  expect(pageOf('ULI')).toContain('Li Lei · Fri 20 Nov')
  expect(pageOf('ULI')).toMatch(/Visits.*7/)
  expect(pageOf('ULI')).toContain('21:00–08:00')
  expect(pageOf('ULI')).toContain('中文')
})

it('opens the form of the quiet hours from there, and shows the new ones soon after', async () => {
  const { slack } = stage
  await slack.opensHome('ULI')
  await stage.settle()
  const home = slack.home('ULI')
  const [, actionId = ''] = /"action_id":"(nudges\.hours#\d+)"/.exec(JSON.stringify(home?.blocks)) ?? []
  await slack.clicks('ULI', { viewId: home?.id ?? '', actionId })
  const modal = slack.openView('ULI')
  expect(modal?.title).toBe('My quiet hours')
  const sent = await slack.submits('ULI', modal?.id ?? '', { from: '20:00', to: '09:30' })
  expect(sent.outcome).toBe('cleared')
  await stage.settle()
  await expect.poll(() => pageOf('ULI')).toContain('20:00–09:30')
})

it('tells somebody who is in no team how to come to one', async () => {
  const { slack } = stage
  await slack.addUser({ id: 'UNEW', realName: 'Zhao' })
  await slack.opensHome('UNEW')
  await stage.settle()
  expect(pageOf('UNEW')).toContain('/join')
})

it('lives with a page that Slack refuses: one line in the log', async () => {
  const { slack } = stage
  slack.failNext('views.publish', { error: 'internal_error' })
  expect((await slack.opensHome('ULI')).acked).toBe(true)
  await stage.settle()
  expect(stage.lines().filter(line => line.includes('a home page could not be published'))).toHaveLength(1)
})
