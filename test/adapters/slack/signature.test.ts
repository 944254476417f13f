import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Signed, verify } from '../../../adapters/slack/connection/signature.ts'

const now = new Date('2026-11-23T01:00:00Z')
const seconds = now.getTime() / 1000

function signed(body: Uint8Array, { secret = 'a secret', at = seconds } = {}): Signed {
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex')}`
  return { secret: 'a secret', timestamp: String(at), signature, rawBody: body, now }
}

const body = Buffer.from('token=x&command=%2Fplan&text=%E6%8B%9C%E8%AE%BF')

describe("Slack's signature", () => {
  it("agrees with the example of Slack's own documentation", () => {
    const rawBody = Buffer.from(
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar' +
        '&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com' +
        '%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
    )
    const verdict = verify({
      secret: '8f742231b10e8888abcd99yyyzzz85a5',
      timestamp: '1531420618',
      signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
      rawBody,
      now: new Date(1_531_420_618_000),
    })
    expect(verdict).toBe('ok')
  })

  it('holds for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => verify(signed(bytes)) === 'ok'))
  })

  it('fails when a single byte is another', () => {
    const change = fc.tuple(fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(change, ([at, by]) => {
        const rawBody = Uint8Array.from(body)
        rawBody[at] = (rawBody[at] ?? 0) ^ by
        return verify({ ...signed(body), rawBody }) === 'forged'
      }),
    )
  })

  it('fails with another secret, another time or another shape', () => {
    const good = signed(body)
    expect(verify(signed(body, { secret: 'another' }))).toBe('forged')
    expect(verify({ ...good, timestamp: String(seconds + 1) })).toBe('forged')
    for (const signature of ['', 'v0=', 'v1=abc', `${good.signature}0`, 'é'.repeat(67)]) {
      expect(verify({ ...good, signature })).toBe('forged')
    }
  })

  it('is missed when a header is missing or no time', () => {
    const good = signed(body)
    for (const timestamp of [null, '', 'now', '-5', '1e9', '12.5', ' 1', '9'.repeat(400)]) {
      expect(verify({ ...good, timestamp })).toBe('missing')
    }
    expect(verify({ ...good, signature: null })).toBe('missing')
  })

  it('is good for five minutes either way', () => {
    expect(verify(signed(body, { at: seconds - 300 }))).toBe('ok')
    expect(verify(signed(body, { at: seconds - 301 }))).toBe('stale')
    expect(verify(signed(body, { at: seconds + 300 }))).toBe('ok')
    expect(verify(signed(body, { at: seconds + 301 }))).toBe('future')
  })
})
