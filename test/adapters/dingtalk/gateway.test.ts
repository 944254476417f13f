import { describe, expect, it } from 'vitest'
import { readOpening } from '../../../adapters/dingtalk/connection/gateway.ts'

const granted = { endpoint: 'wss://wss-open-connection.dingtalk.com:443/connect', ticket: 'a+b' }

describe('what the gateway answers', () => {
  it('is an address with a ticket', () => {
    expect(readOpening(200, JSON.stringify(granted))).toEqual({
      kind: 'ticket',
      address: 'wss://wss-open-connection.dingtalk.com/connect?ticket=a%2Bb',
    })
  })

  it.each([
    [400, { code: 'invalidParameter' }],
    [401, { code: 'authFailed', message: '鉴权失败' }],
    [403, { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' }],
  ])('is a refusal for good when DingTalk itself says so: %i %o', (status, body) => {
    expect(readOpening(status, JSON.stringify(body))).toEqual({ kind: 'refused', why: body.code })
  })

  it.each([
    [403, { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' }, 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi'],
    [403, { code: 'Forbidden.AccessDenied.ApiCountLimitForOrg' }, 'Forbidden.AccessDenied.ApiCountLimitForOrg'],
    [500, { code: 'ServiceUnavailable' }, 'ServiceUnavailable'],
    [403, '<html>a proxy</html>', 'HTTP 403'],
    [404, {}, 'HTTP 404'],
    [401, { code: 'words with spaces, such as a secret' }, 'HTTP 401'],
    [200, {}, 'no ticket'],
    [200, { ...granted, ticket: '' }, 'no ticket'],
    [200, { ...granted, endpoint: 'https://example.com/' }, 'no ticket'],
    [200, { ...granted, endpoint: 'wss://example.com/#part' }, 'no ticket'],
  ])('is something that passes otherwise: %i %o', (status, body, why) => {
    expect(readOpening(status, typeof body === 'string' ? body : JSON.stringify(body))).toEqual({ kind: 'lost', why })
  })

  it('may be a punishment of our address, which is waited out', () => {
    const body = JSON.stringify({ status: 1111, wait: 5, source: 'x5', punish: 'deny' })
    expect(readOpening(403, body)).toEqual({ kind: 'lost', why: 'punished', retryAfterMs: 300_000 })
  })
})
