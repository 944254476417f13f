import { describe, expect, it } from 'vitest'
import { createClient } from '../../../adapters/wecom/client.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { nobody } from '../../simulators/nobody.ts'
import { failureOf, later, openLanes, patience } from './lanes-open.ts'

const who = { query: { userid: 'LiNa' }, twice: 'nothing' } as const

describe('a call', () => {
  it('answers what WeCom answers, with a token that is asked for once, however many ask at once', async () => {
    const { client, called } = await openLanes()
    const answers = await Promise.all([1, 2, 3].map(() => client.ask('user/get', who)))
    expect(answers.map(({ name }) => name)).toEqual(['李娜', '李娜', '李娜'])
    await client.ask('user/get', who)
    expect(called('gettoken')).toHaveLength(1)
  })

  it('takes another token in time, before WeCom refuses the old one', async () => {
    const { client, clock, called } = await openLanes()
    await client.ask('user/get', who)
    later(clock, 2 * 3_600_000 - 6 * 60_000)
    await client.ask('user/get', who)
    expect(called('gettoken')).toHaveLength(1)
    later(clock, 2 * 60_000)
    await client.ask('user/get', who)
    expect(called('gettoken')).toHaveLength(2)
    expect(called('user/get')).toHaveLength(3)
  })

  it.each([42001, 40014])('whose token is refused (%i) is made once more with another one', async errcode => {
    const { client, wecom, called } = await openLanes()
    await client.ask('user/get', who)
    wecom.failNext('/cgi-bin/user/get', { errcode })
    expect(await client.ask('user/get', who)).toMatchObject({ name: '李娜' })
    expect([called('gettoken').length, called('user/get').length]).toEqual([2, 3])
  })

  it('whose token was expired by WeCom is made once more, and those who fail together ask once', async () => {
    const { client, wecom, called } = await openLanes()
    await client.ask('user/get', who)
    wecom.expireTokens()
    await Promise.all([1, 2, 3].map(() => client.ask('user/get', who)))
    expect(called('gettoken')).toHaveLength(2)
  })

  it('whose second token is refused, too, fails', async () => {
    const { client, wecom, called } = await openLanes()
    wecom.failNext('/cgi-bin/user/get', { errcode: 42001 })
    wecom.failNext('/cgi-bin/user/get', { errcode: 42001 })
    await expect(client.ask('user/get', who)).rejects.toMatchObject({ kind: 'unauthorized' })
    expect(called('user/get')).toHaveLength(2)
  })

  it('from an address that the app does not trust fails with words for the operator', async () => {
    const { client, wecom } = await openLanes()
    wecom.trustsAddress(false)
    await expect(client.ask('user/get', who)).rejects.toMatchObject({
      kind: 'unauthorized',
      message: 'user/get: 60020: our address is none of the trusted IPs of the app',
    })
  })

  it('with a secret that is refused fails, and is asked for anew the next time', async () => {
    const { client, called } = await openLanes({ secret: 'some other secret' })
    await expect(client.ask('user/get', who)).rejects.toMatchObject({ kind: 'unauthorized' })
    await expect(client.ask('user/get', who)).rejects.toMatchObject({ kind: 'unauthorized' })
    expect([called('gettoken').length, called('user/get').length]).toEqual([2, 0])
  })

  it.each([
    [{ errcode: 45009 }, 'rate-limited'],
    [{ errcode: -1 }, 'unavailable'],
    [{ errcode: 60111 }, 'unreachable'],
    [{ errcode: 48002 }, 'forbidden'],
    [{ status: 502 }, 'unavailable'],
    [{ status: 404 }, 'unavailable'],
    [{ status: 200 }, 'unavailable'],
    [{ drop: true }, 'unavailable'],
    [{ hang: true }, 'unavailable'],
  ] as const)('that only reads and meets %j is %s, and is made once', async (failure, kind) => {
    const { client, wecom, called } = await openLanes(patience(failure))
    wecom.failNext('/cgi-bin/user/get', failure)
    await expect(client.ask('user/get', who)).rejects.toMatchObject({ kind })
    expect(called('user/get')).toHaveLength(1)
  })

  it.each([{ hang: true }, { drop: true }, { status: 504 }, { errcode: -1 }] as const)(
    'of which the token was not given (%j) has surely not been made',
    async failure => {
      const { client, wecom } = await openLanes(patience(failure))
      wecom.failNext('/cgi-bin/gettoken', failure)
      const say = client.ask('message/send', { body: {}, twice: 'says' })
      await expect(say).rejects.toMatchObject({ kind: 'unavailable' })
    },
  )

  it('to where nobody is has surely not been made', async () => {
    const clock = new MovableClock()
    const client = createClient({ corpId: 'c', secret: 'the secret', apiUrl: `http://${nobody}`, clock })
    const say = client.ask('message/send', { body: {}, twice: 'says' })
    await expect(say).rejects.toMatchObject({ kind: 'unavailable', message: 'gettoken: ECONNREFUSED' })
  })

  it('never tells its secret or its token when it fails', async () => {
    const failures = [{ drop: true }, { status: 500 }, { errcode: 60020 }, { errcode: 40014 }] as const
    for (const failure of failures) {
      const { client, wecom, settings } = await openLanes()
      wecom.failNext('/cgi-bin/user/get', failure)
      if ('errcode' in failure && failure.errcode === 40014) wecom.failNext('/cgi-bin/user/get', failure)
      const told = await failureOf(client.ask('user/get', who))
      expect(told).toContain('user/get')
      expect(told).not.toMatch(/access_token|corpsecret/)
      expect(told).not.toContain(settings.app?.secret)
    }
  })
})
