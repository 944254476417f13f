import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HouseInSlack, houseInSlack } from './house-in-slack.ts'

let stage: HouseInSlack
beforeAll(async () => {
  stage = await houseInSlack()
})
afterAll(() => stage[Symbol.asyncDispose]())

/** Li hands a report in, in the direct chat, and has the answer with its buttons. */
async function reported(words: string) {
  const { slack } = stage
  await slack.tellsBot('ULI', words)
  await stage.settle()
  const answer = slack.directMessages('ULI').findLast(message => message.fromBot)
  if (answer === undefined) throw new Error('there is no answer')
  return { channel: answer.channel, ts: answer.ts, blocks: answer.blocks }
}

function actionId(blocks: readonly unknown[], id: string): string {
  const [, found] = new RegExp(`"action_id":"(${id}#\\d+)"`).exec(JSON.stringify(blocks)) ?? []
  if (found === undefined) throw new Error(`there is no button ${id}`)
  return found
}

it('opens the form that a button leads to, filled in, and writes nothing down', async () => {
  const { slack } = stage
  const { blocks, ...message } = await reported('report visits 2')
  const before = await stage.written()
  const { delivery } = await slack.clicks('ULI', { ...message, actionId: actionId(blocks, 'reports.correct') })
  expect(delivery.acked).toBe(true)
  const view = slack.openView('ULI')
  expect(view?.callbackId).toBe('reports.submit')
  expect(JSON.stringify(view?.blocks)).toContain('"initial_value":"2"')
  expect(await stage.written()).toBe(before)
})

it('writes any other press down, and does what it asks for', async () => {
  const { slack } = stage
  await slack.tellsBot('ULI', 'quiet')
  await stage.settle()
  const answer = slack.directMessages('ULI').findLast(message => message.fromBot)
  const target = { channel: slack.direct('ULI'), ts: answer?.ts ?? '' }
  const before = await stage.written()
  await slack.clicks('ULI', { ...target, actionId: actionId(answer?.blocks ?? [], 'nudges.not-today') })
  expect(await stage.written()).toBe(before + 1)
  await stage.settle()
  expect(stage.seenBy('ULI', slack.direct('ULI')).at(-1)).toContain('No more reminders today')
})

it('opens the form of the very message, as it was said there', async () => {
  const { slack } = stage
  await slack.tellsBot('ULI', '/report')
  await stage.settle()
  const answer = slack.directMessages('ULI').findLast(message => message.fromBot)
  const target = { channel: slack.direct('ULI'), ts: answer?.ts ?? '' }
  const before = await stage.written()
  await slack.clicks('ULI', { ...target, actionId: actionId(answer?.blocks ?? [], 'form:reports.submit') })
  expect(slack.openView('ULI')?.callbackId).toBe('reports.submit')
  expect(await stage.written()).toBe(before)
})

it('says so when the form of a message is not kept any more', async () => {
  const { slack } = stage
  await slack.tellsBot('ULI', '/report')
  await stage.settle()
  const answer = slack.directMessages('ULI').findLast(message => message.fromBot)
  await stage.store.prisma.delivery.deleteMany({ where: { purpose: 'reports.form' } })
  const target = { channel: slack.direct('ULI'), ts: answer?.ts ?? '' }
  await slack.clicks('ULI', { ...target, actionId: actionId(answer?.blocks ?? [], 'form:reports.submit') })
  expect(stage.seenBy('ULI', slack.direct('ULI')).at(-1)).toContain('not kept any more')
})

it('ignores a press that is none of ours, and acknowledges it', async () => {
  const before = await stage.written()
  const { status } = await stage.sends('interactive', { type: 'block_actions', user: { id: 'ULI' }, actions: [] })
  expect(status).toBe(200)
  expect(await stage.written()).toBe(before)
})

it('takes the same press, however often Slack tells of it, for one', async () => {
  const before = await stage.written()
  const press = {
    type: 'block_actions',
    user: { id: 'ULI' },
    trigger_id: '1.2.3',
    container: { type: 'message', message_ts: '1.2' },
    actions: [{ type: 'button', action_id: 'nudges.not-today#1', action_ts: '1.2' }],
  }
  for (let time = 0; time < 3; time++) await stage.sends('interactive', press)
  expect(await stage.written()).toBe(before + 1)
})
