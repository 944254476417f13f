import { describe, expect, it } from 'vitest'
import { errorOf, fromSilence, refusalIn } from '../../../adapters/dingtalk/errors.ts'

const send = 'v1.0/robot/groupMessages/send'
const read = (method: string, status: number, json: unknown) => refusalIn(method, { status, json })

describe('what an answer of DingTalk means', () => {
  it.each([
    [403, { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' }, 'rate-limited'],
    [403, { code: 'Forbidden.AccessDenied.ApiCountLimitForOrg' }, 'forbidden'],
    [403, { code: 'Forbidden.AccessDenied.Something' }, 'forbidden'],
    [401, { code: 'InvalidAuthentication' }, 'unauthorized'],
    [400, { code: 'invalidClientIdOrSecret' }, 'unauthorized'],
    [403, { status: 1111, wait: 5, source: 'x5', punish: 'deny' }, 'rate-limited'],
    [500, { code: 'ServiceUnavailable' }, 'unavailable'],
    [503, undefined, 'unavailable'],
    [502, '<html>', 'uncertain'],
    [429, undefined, 'rate-limited'],
    [413, undefined, 'rejected'],
    [404, undefined, 'unavailable'],
    [400, { code: 'staffId.notExisted' }, 'unreachable'],
    [400, { code: 'param.error' }, 'rejected'],
    [200, [], null],
    [200, { processQueryKey: 'k' }, null],
    [200, undefined, 'uncertain'],
  ])('%i %j', (status, json, kind) => {
    expect(read(send, status, json)?.kind ?? null).toBe(kind)
  })

  it.each([
    [{ errcode: 0, errmsg: 'ok' }, null],
    [{ errcode: 88, sub_code: '90018' }, 'rate-limited'],
    [{ errcode: 88, sub_code: '90020' }, 'forbidden'],
    [{ errcode: 88, sub_code: '60011' }, 'unauthorized'],
    [{ errcode: 130101 }, 'rate-limited'],
    [{ errcode: 400001 }, 'reply-expired'],
    [{ errcode: 400602 }, 'rejected'],
    [{}, 'unavailable'],
  ])('of the old API, with HTTP 200: %j', (json, kind) => {
    expect(read('media/upload', 200, json)?.kind ?? null).toBe(kind)
  })

  it('tells which permission is missing', () => {
    const refused = read(send, 403, {
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      message: '没有调用该接口的权限',
      accessdenieddetail: { requiredScopes: ['qyapi_robot_sendmsg'] },
    })
    expect(refused).toMatchObject({ kind: 'unauthorized', code: expect.stringContaining('(qyapi_robot_sendmsg)') })
  })

  it('never repeats the words of an answer, which may be anything', () => {
    for (const json of [
      { errcode: 1, errmsg: 'token=abc' },
      { code: 'token=abc def', message: 'token=abc' },
      { code: 'param.error', message: 'token=abc', accessdenieddetail: { requiredScopes: ['token=abc def'] } },
    ]) {
      const refused = read(send, 400, json)
      expect(refused && errorOf(send, refused).message).not.toContain('abc')
    }
    const silent = fromSilence(send, new TypeError('fetch failed', { cause: new Error('https://x/?access_token=abc') }))
    expect(JSON.stringify([silent.message, silent.stack, silent.cause])).not.toContain('abc')
  })
})
