import { describe, expect, it } from 'vitest'
import { createClient } from '../../../adapters/dingtalk/client.ts'
import { failsAs, failureOf, openSending, outgoing, says } from './sending.ts'

const user = 'topapi/v2/user/get'
const asksForLi = { body: { userid: 'li01', language: 'zh_CN' } }
const sendPath = '/v1.0/robot/groupMessages/send'

type Scene = Awaited<ReturnType<typeof openSending>>
const tokensAsked = ({ dingtalk }: Scene) => dingtalk.calls.filter(({ path }) => path.endsWith('accessToken')).length

describe('the token', () => {
  it('is asked for once, however many want it, and used in both APIs', async () => {
    const scene = await openSending()
    const { client, sender } = scene
    await Promise.all([client.ask(user, asksForLi), client.ask(user, asksForLi), sender.send(outgoing(says('hi')))])
    await client.ask(user, asksForLi)
    expect(tokensAsked(scene)).toBe(1)
  })

  it('is asked for anew before its end', async () => {
    const scene = await openSending()
    const { client, clock } = scene
    await client.ask(user, asksForLi)
    clock.moveTo(new Date(clock.now().getTime() + 7_000_000))
    await client.ask(user, asksForLi)
    expect(tokensAsked(scene)).toBe(2)
  })

  it('that DingTalk has forgotten is asked for anew once, and nothing is said twice', async () => {
    const scene = await openSending()
    const { dingtalk, client, sender } = scene
    await client.ask(user, asksForLi)
    dingtalk.expireTokens()
    await sender.send(outgoing(says('hi')))
    dingtalk.expireTokens()
    await client.ask(user, asksForLi)
    expect(tokensAsked(scene)).toBe(3)
    expect(dingtalk.messages('cidSales==')).toHaveLength(1)
  })

  it('that is refused again and again is not asked for for ever', async () => {
    const scene = await openSending()
    scene.dingtalk.failNext(`/${user}`, { errcode: 40014 }, 2)
    await expect(scene.client.ask(user, asksForLi)).rejects.toSatisfy(failsAs('unauthorized'))
    expect(tokensAsked(scene)).toBe(2)
  })

  it('is refused to whoever has a wrong secret, which no error names', async () => {
    const { settings, quota, clock } = await openSending()
    const wrong = { ...settings, clientSecret: 'a secret that is not it' }
    const failed = await failureOf(createClient({ settings: wrong, quota, clock }).ask(user, asksForLi))
    expect(failed).toSatisfy(failsAs('unauthorized'))
    expect(String(failed.stack)).not.toContain('a secret that is not it')
  })
})

describe('an answer', () => {
  it.each([
    [{ errcode: 88 }, 'rejected'],
    [{ errcode: 60011 }, 'unauthorized'],
    [{ errcode: 90018 }, 'rate-limited'],
    [{ errcode: 90020 }, 'forbidden'],
    [{ errcode: 33012 }, 'unreachable'],
    [{ errcode: -1 }, 'unavailable'],
    [{ status: 504 }, 'unavailable'],
    [{ drop: true }, 'unavailable'],
  ] as const)('of the old API that is none: %j', async (failure, kind) => {
    const { dingtalk, client } = await openSending()
    dingtalk.failNext(`/${user}`, failure)
    await expect(client.ask(user, asksForLi)).rejects.toSatisfy(failsAs(kind))
  })

  it('that never comes is not waited for, and asking may be tried again', async () => {
    const { dingtalk, client } = await openSending({ answerWithinMs: 100 })
    dingtalk.failNext(`/${user}`, { hang: true })
    const failed = await failureOf(client.ask(user, asksForLi))
    expect(failed).toSatisfy(failsAs('unavailable'))
    // In the address there is a token.
    expect(JSON.stringify([failed.message, failed.stack, String(failed.cause)])).not.toContain('access_token')
  })
})

describe('the pace', () => {
  it('stays below what DingTalk takes in a second', async () => {
    const { dingtalk, client } = await openSending()
    await Promise.all(Array.from({ length: 25 }, () => client.ask(user, asksForLi)))
    expect(dingtalk.calls.filter(({ path }) => path === `/${user}`)).toHaveLength(25)
  })

  it('lets nobody wait for longer than they have patience', async () => {
    const { client } = await openSending()
    const calls = Array.from({ length: 8 }, () => client.ask(user, { ...asksForLi, patience: 120 }))
    const outcomes = await Promise.allSettled(calls)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
    const refused = outcomes.find(outcome => outcome.status === 'rejected')
    expect(refused?.reason).toSatisfy(failsAs('rate-limited'))
    expect(refused?.reason.retryAfterMs).toBeGreaterThan(100)
  })

  it('leaves all calls alone once the address is banned', async () => {
    const { dingtalk, client, sender } = await openSending()
    await client.ask(user, asksForLi)
    dingtalk.failNext(sendPath, { banned: 5 })
    await expect(sender.send(outgoing(says('hi')))).rejects.toMatchObject({ retryAfterMs: 300_000 })
    const before = dingtalk.calls.length
    await expect(client.ask(user, asksForLi)).rejects.toSatisfy(failsAs('rate-limited'))
    expect(dingtalk.calls).toHaveLength(before)
  })
})
