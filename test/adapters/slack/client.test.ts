import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace } from '../../../adapters/slack/pace.ts'
import { openSending } from './sending.ts'

const forEver = Number.POSITIVE_INFINITY

describe("a method's pace", () => {
  const documented = { 'users.list': 20, 'chat.update': 50, 'users.info': 100 }

  it.each(Object.entries(documented))('of %s stays at four fifths of %i in every minute', (method, allowed) => {
    fc.assert(
      fc.property(fc.array(fc.nat(4_000), { minLength: 50, maxLength: 300 }), gaps => {
        const pace = createPace()
        let now = 0
        const calls = gaps.map(gap => {
          now += gap
          return now + (pace.turn(method, now, forEver) ?? 0)
        })
        for (const from of calls) {
          const inMinute = calls.filter(at => at >= from && at < from + 60_000).length
          expect(inMinute).toBeLessThanOrEqual(allowed * 0.8)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('gives turns in the order in which they were asked for, and the first few at once', () => {
    const pace = createPace()
    const waits = Array.from({ length: 20 }, () => pace.turn('users.info', 1_000, forEver) ?? -1)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits.filter(wait => wait === 0)).toHaveLength(8)
  })

  it('is no concern of another method, nor of one that the outbox paces', () => {
    const pace = createPace()
    for (let n = 0; n < 100; n++) pace.turn('users.list', 0, forEver)
    expect(pace.turn('users.info', 0, forEver)).toBe(0)
    expect(Array.from({ length: 100 }, () => pace.turn('chat.postMessage', 0, forEver))).toEqual(Array(100).fill(0))
  })

  it('is not waited for longer than one has patience, and no turn is lost by it', () => {
    const pace = createPace()
    expect(pace.turn('users.list', 0, 1_000)).toBe(0)
    expect(pace.turn('users.list', 0, 1_000)).toBeNull()
    expect(pace.turn('users.list', 0, 4_000)).toBe(4_000)
  })

  it('is held as long as Slack asks, and starts evenly after that', () => {
    const pace = createPace()
    pace.hold('users.info', 0, 30_000)
    const waits = [1, 2, 3].map(() => pace.turn('users.info', 0, forEver) ?? 0)
    expect(waits[0]).toBe(30_000)
    expect(new Set(waits).size).toBe(3)
  })
})

describe('a call', () => {
  const who = (web: { auth: { test(): Promise<{ user_id?: string }> } }) => web.auth.test()

  it('answers what Slack answers', async () => {
    const { client, slack } = await openSending()
    expect(await client.ask('auth.test', who)).toMatchObject({ user_id: slack.bot.userId })
  })

  it('holds its method back after a 429, and no other', async () => {
    const { client, slack } = await openSending()
    const info = () => client.ask('users.info', web => web.users.info({ user: 'ULI' }), { patience: 100 })
    slack.failNext('users.info', { retryAfter: 30 })
    await expect(info()).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 30_000 })
    const refused = await info().catch((error: unknown) => error)
    expect(refused).toMatchObject({ kind: 'rate-limited' })
    expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1)
    await client.ask('conversations.info', web => web.conversations.info({ channel: 'C1' }))
  })

  it('never makes Slack say that it is too much', async () => {
    const { client, slack } = await openSending()
    const infos = Array.from({ length: 12 }, () => client.ask('users.info', web => web.users.info({ user: 'ULI' })))
    await Promise.all(infos)
    expect(slack.count429).toBe(0)
  })

  it.each([
    [{ status: 500 }, 'unavailable'],
    [{ hang: true }, 'unavailable'],
    [{ drop: true }, 'unavailable'],
    [{ error: 'user_not_found' }, 'unreachable'],
    [{ error: 'invalid_auth' }, 'unauthorized'],
  ] as const)('that reads and meets %j fails as %s, and is made once', async (failure, kind) => {
    const { client, slack } = await openSending({ answerWithinMs: 1_000 })
    slack.failNext('users.info', failure)
    const info = client.ask('users.info', web => web.users.info({ user: 'ULI' }))
    await expect(info).rejects.toMatchObject({ kind })
    expect(slack.calls).toHaveLength(1)
  })

  it('with tokens that were revoked is refused for good', async () => {
    const { client, slack } = await openSending()
    slack.revokeTokens()
    await expect(client.ask('auth.test', who)).rejects.toMatchObject({ kind: 'unauthorized' })
  })
})
