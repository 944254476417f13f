import { expect, it } from 'vitest'
import { houseInSlack } from './house-in-slack.ts'

it('opens the form of a command that only shows one, filled in, and writes nothing down', async () => {
  await using stage = await houseInSlack()
  const { slack } = stage
  const { delivery, payload } = await slack.slash('ULI', 'CSALES', '/report')
  expect(delivery.acked).toBe(true)
  expect(payload).toBeNull()
  expect(slack.openView('ULI')).toMatchObject({ callbackId: 'reports.submit', title: 'Report · Fri 20 Nov' })
  await stage.settle()
  expect(await stage.written()).toBe(0)
  expect(slack.messages('CSALES', { as: 'ULI' })).toEqual([])
})

it('gives a first answer at once, and the real one follows for the same eyes alone', async () => {
  await using stage = await houseInSlack()
  const { slack } = stage
  const { payload } = await slack.slash('ULI', 'CSALES', '/report', 'visits 2, calls 25')
  expect(payload).toEqual({ response_type: 'ephemeral', text: 'Got it …' })
  expect(stage.seenBy('ULI', 'CSALES')).toEqual(['Got it …'])
  await stage.settle()
  expect(stage.seenBy('ULI', 'CSALES')).toEqual(['Got it …', expect.stringContaining('Report noted')])
  expect(stage.seenBy('UWANG', 'CSALES')).toEqual([])
  expect(await stage.reportOf()).toMatchObject({ values: { visits: 2, calls: 25 } })
})

it('speaks the language of whoever asks, by their words or their settings', async () => {
  await using stage = await houseInSlack({ lang: 'zh' })
  const { payload } = await stage.slack.slash('ULI', 'CSALES', '/my')
  expect(payload).toMatchObject({ text: '收到，马上回复 …' })
})

it('takes the prefix off its commands', async () => {
  await using stage = await houseInSlack({ prefix: 'bw' })
  await stage.slack.slash('ULI', 'CSALES', '/bw-report', 'visits 2')
  await stage.settle()
  expect(await stage.reportOf()).toMatchObject({ values: { visits: 2 } })
})

it('takes any command by the one that takes every word, as if it had come by its own slash', async () => {
  await using stage = await houseInSlack()
  const { slack } = stage
  await expect(slack.slash('ULI', 'CSALES', '/leave', 'tomorrow')).rejects.toThrow('/leave is not a valid command')
  await slack.slash('ULI', 'CSALES', '/bellwether', 'leave tomorrow')
  await stage.settle()
  expect(stage.seenBy('ULI', 'CSALES')).toEqual(['Got it …', expect.stringContaining('Your leave is noted')])
  await slack.slash('ULI', 'CSALES', '/bellwether', '日报 拜访2')
  await stage.settle()
  expect(await stage.reportOf()).toMatchObject({ values: { visits: 2 } })
  await slack.slash('ULI', 'CSALES', '/bellwether', 'report')
  expect(slack.openView('ULI')).toMatchObject({ callbackId: 'reports.submit' })
})

it('answers that one alone as it answers /help', async () => {
  await using stage = await houseInSlack()
  const answerTo = async (command: string) => {
    const before = stage.seenBy('ULI', 'CSALES').length
    await stage.slack.slash('ULI', 'CSALES', command)
    await stage.settle()
    return stage.seenBy('ULI', 'CSALES').slice(before)
  }
  const help = await answerTo('/help')
  expect(help.join()).toContain('What I can do for you')
  expect(await answerTo('/bellwether')).toEqual(help)
})

it('answers a command to the bot itself in the direct chat, without a first answer', async () => {
  await using stage = await houseInSlack()
  const { slack } = stage
  const { payload } = await slack.slash('ULI', slack.direct('ULI'), '/my')
  expect(payload).toBeNull()
  await stage.settle()
  expect(stage.seenBy('ULI', slack.direct('ULI'))).toEqual([expect.stringContaining('Li Lei · Fri 20 Nov')])
})

it.each(['CSECRET', 'COTHER'])('says how to be invited where it is not: %s, and writes nothing', async channel => {
  await using stage = await houseInSlack()
  const { payload } = await stage.slack.slash('ULI', channel, '/report', 'visits 2')
  expect(payload).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('/invite @bellwether'),
  })
  expect(await stage.written()).toBe(0)
})

it('works in such a channel from the moment it is invited', async () => {
  await using stage = await houseInSlack()
  const { slack } = stage
  await slack.slash('ULI', 'CSECRET', '/my')
  await slack.invite('CSECRET', slack.bot.userId)
  await stage.settle()
  const { payload } = await slack.slash('ULI', 'CSECRET', '/report', 'visits 2')
  expect(payload).not.toMatchObject({ text: expect.stringContaining('/invite') })
})

it('writes the command down when the modal comes too late, and the form follows as a message', async () => {
  await using stage = await houseInSlack()
  const { slack } = stage
  slack.failNext('views.open', { error: 'expired_trigger_id' })
  const { payload } = await slack.slash('ULI', 'CSALES', '/report')
  expect(payload).toMatchObject({ text: 'Got it …' })
  await stage.settle()
  const form = slack.messages('CSALES', { as: 'ULI' }).at(-1)
  expect(JSON.stringify(form?.blocks)).toContain('form:reports.submit')
})

it('only writes the command down where it takes too long to tell what it leads to', async () => {
  const slow = new Promise<never>(() => undefined)
  await using stage = await houseInSlack({ patience: 100, between: house => ({ ...house, rehearse: () => slow }) })
  const { delivery, payload } = await stage.slack.slash('ULI', 'CSALES', '/report')
  expect(delivery).toMatchObject({ acked: true })
  expect(payload).toMatchObject({ text: 'Got it …' })
  expect(await stage.written()).toBe(1)
})

it('does not acknowledge what could not be written down, and keeps no first answer for it', async () => {
  await using stage = await houseInSlack({
    between: house => ({ ...house, intake: async () => Promise.reject(new Error('the database is down')) }),
  })
  const { delivery } = await stage.slack.slash('ULI', 'CSALES', '/my')
  expect(delivery.acked).toBe(false)
})

it('keeps the words of a command out of the log above debug', async () => {
  await using stage = await houseInSlack()
  await stage.slack.slash('ULI', 'CSALES', '/report', 'visits 2, notes: Acme wants a discount')
  await stage.settle()
  const loud = stage.lines().filter(line => !line.includes('"level":20'))
  expect(loud.join('\n')).not.toContain('Acme')
})
