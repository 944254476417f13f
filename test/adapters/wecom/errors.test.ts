import { describe, expect, it } from 'vitest'
import { fromRefusal, fromSilence, fromStranger } from '../../../adapters/wecom/errors.ts'

describe("what WeCom's refusals mean", () => {
  it.each([
    [-1, 'unavailable'],
    [40001, 'unauthorized'],
    [40013, 'unauthorized'],
    [40014, 'unauthorized'],
    [42001, 'unauthorized'],
    [60020, 'unauthorized'],
    [93000, 'unauthorized'],
    [45009, 'rate-limited'],
    [45033, 'rate-limited'],
    [48002, 'forbidden'],
    [60011, 'forbidden'],
    [60111, 'unreachable'],
    [81013, 'unreachable'],
    [40008, 'rejected'],
    [40058, 'rejected'],
    [99999, 'rejected'],
  ])('%i is %s', (errcode, kind) => {
    const errmsg = 'words of a member, access_token=hidden'
    const { kind: found, message } = fromRefusal('message/send', { errcode, errmsg })
    expect(found).toBe(kind)
    expect(message).toContain(`message/send: ${errcode}`)
    expect(message).not.toContain('hidden')
  })

  it('too many calls pass after a minute', () => {
    expect(fromRefusal('webhook/send', { errcode: 45009 }).retryAfterMs).toBe(60_000)
  })

  it('what the operator has to do stands in them', () => {
    expect(fromRefusal('gettoken', { errcode: 60020 }).message).toContain('trusted IP')
    expect(fromRefusal('webhook/send', { errcode: 93000 }).message).toContain('WECOM_WEBHOOK_KEY')
  })
})

describe('a call without an answer', () => {
  const because = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

  it.each([
    ['ECONNREFUSED', 'unavailable'],
    ['ENOTFOUND', 'unavailable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unavailable'],
    ['CERT_HAS_EXPIRED', 'unavailable'],
    ['ECONNRESET', 'uncertain'],
    ['UND_ERR_SOCKET', 'uncertain'],
    ['UND_ERR_HEADERS_TIMEOUT', 'uncertain'],
  ])('because of %s is %s where it says something, and else harmless', (code, kind) => {
    expect(fromSilence('message/send', because(code), 'says')).toMatchObject({
      kind,
      message: `message/send: ${code}`,
    })
    expect(fromSilence('user/get', because(code), 'nothing').kind).toBe('unavailable')
  })

  it.each([
    [200, 'uncertain'],
    [302, 'uncertain'],
    [404, 'unavailable'],
    [413, 'rejected'],
    [429, 'rate-limited'],
    [500, 'uncertain'],
    [504, 'uncertain'],
  ])('or one of somebody else with HTTP %i is %s where it says something', (status, kind) => {
    expect(fromStranger('message/send', status, 'says').kind).toBe(kind)
  })

  it.each([200, 500, 504])('or one of somebody else with HTTP %i is tried again where it does no harm', status => {
    expect(fromStranger('user/get', status, 'nothing').kind).toBe('unavailable')
  })
})
