import { describe, expect, it } from 'vitest'
import { createFirstAnswers } from '../../../adapters/slack/send/first-answers.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { openSending, says, whisperToLi } from './sending.ts'

const li = { channelId: 'C1', userId: 'ULI' }
const start = new Date('2026-11-23T01:00:00Z')
const minutes = (n: number) => new Date(start.getTime() + n * 60_000)

describe('the response urls of commands', () => {
  const kept = (...urls: readonly string[]) => {
    const clock = new MovableClock({ frozenAt: start })
    const answers = createFirstAnswers({ clock })
    for (const responseUrl of urls) answers.keep({ ...li, responseUrl })
    return { clock, answers }
  }
  const taken = (answers: ReturnType<typeof createFirstAnswers>, times: number) =>
    Array.from({ length: times }, () => answers.take(li))

  it('are used the newest first, five times each', () => {
    const { answers } = kept('a', 'b')
    expect(taken(answers, 11)).toEqual([...Array(5).fill('b'), ...Array(5).fill('a'), null])
  })

  it('belong to one person in one channel', () => {
    const { answers } = kept('a')
    expect(answers.take({ ...li, userId: 'UWANG' })).toBeNull()
    expect(answers.take({ ...li, channelId: 'C2' })).toBeNull()
  })

  it('end after half an hour, whether used or not', () => {
    const { answers, clock } = kept('a')
    clock.moveTo(minutes(29))
    expect(answers.take(li)).toBe('a')
    clock.moveTo(minutes(30))
    expect(answers.take(li)).toBeNull()
  })

  it('are forgotten when Slack does not take them any more', () => {
    const { answers } = kept('a', 'b')
    answers.drop(li, 'b')
    expect(answers.take(li)).toBe('a')
  })
})

/** Li has used a command in the channel; what is whispered to her there is heard. */
async function openAnswering(channelId = 'C1') {
  const { slack, firstAnswers, sender } = await openSending({ pace: 'off', slashCommands: ['/plan'] })
  const { responseUrl } = await slack.slash('ULI', channelId, '/plan', '')
  if (responseUrl === null) throw new Error('a command has a response url')
  firstAnswers.keep({ userId: 'ULI', channelId, responseUrl })
  return {
    slack,
    responseUrl,
    heard: () => slack.messages(channelId, { as: 'ULI' }).map(message => message.text),
    tell: (words: string) => sender.send({ address: { ...whisperToLi, channelId }, payload: says(words), key: 'd1:0' }),
    doors: () => slack.calls.map(({ method }) => method),
  }
}

describe('a whisper after a slash command', () => {
  it('answers the command, five times at most; then it is a whisper like others', async () => {
    const { heard, tell, doors } = await openAnswering()
    for (let n = 1; n <= 6; n++) await tell(`answer ${n}`)
    expect(heard()).toEqual([1, 2, 3, 4, 5, 6].map(n => `answer ${n}`))
    expect(doors()).toEqual([...Array(5).fill('response_url'), 'chat.postEphemeral'])
  })

  it('reaches the asker in a channel in which the bot is not', async () => {
    const { heard, tell } = await openAnswering('C2')
    await tell('invite me')
    expect(heard()).toEqual(['invite me'])
  })

  it('is heard by nobody else', async () => {
    const { slack, tell } = await openAnswering()
    await tell('psst')
    expect(slack.messages('C1', { as: 'UWANG' })).toEqual([])
  })

  it('goes the usual way when the response url is used up without our knowing', async () => {
    const { heard, tell, doors, responseUrl } = await openAnswering()
    for (let use = 0; use < 5; use++) {
      await fetch(responseUrl, { method: 'POST', body: JSON.stringify({ text: `${use}`, response_type: 'ephemeral' }) })
    }
    await tell('your plan')
    expect(heard().at(-1)).toBe('your plan')
    expect(doors().at(-1)).toBe('chat.postEphemeral')
  })

  it.each([
    [{ status: 503 }, 'unavailable'],
    [{ retryAfter: 3 }, 'rate-limited'],
    [{ drop: true }, 'uncertain'],
  ] as const)('after %j fails as %s and is not sent by another way at once', async (failure, kind) => {
    const { heard, tell, slack } = await openAnswering()
    slack.failNext('response_url', failure)
    await expect(tell('your plan')).rejects.toMatchObject({ kind })
    expect(heard()).toEqual([])
  })
})
