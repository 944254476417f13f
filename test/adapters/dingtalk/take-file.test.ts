import { describe, expect, it } from 'vitest'
import { storageAddress } from '../../../adapters/dingtalk/connection/take-file.ts'
import { mostFileBytes } from '../../../src/platform/files.ts'
import type { Failure } from '../../simulators/dingtalk/tempers.ts'
import { openHanding } from './handing.ts'
import { until } from './open-stream.ts'

const lend = '/v1.0/robot/messageFiles/download'
const storage = '/download'
const bytes = new Uint8Array(50_000).map((_, at) => at % 251)
const pdf = { kind: 'file', name: '合同.pdf', bytes } as const
const slow = { slowMs: 400 } as const

const notGiven = { kind: 'file', name: '合同.pdf', file: { kept: false, why: 'not-given' } }

describe('a file that is handed to the robot', () => {
  it('is given to the house whole, and told of once it is there; it costs one metered call', async () => {
    const { dingtalk, kept, events } = await openHanding()
    const { msgId, delivery } = await dingtalk.sends('li01', pdf)
    expect(delivery.acked).toBe(true)
    expect(kept).toEqual([{ eventId: msgId, filename: '合同.pdf', bytes: Buffer.from(bytes) }])
    expect(events).toMatchObject([
      {
        eventId: msgId,
        place: { kind: 'direct' },
        author: { accountId: 'li01' },
        body: { kind: 'file', name: '合同.pdf', file: { kept: true, ref: `ref of ${msgId}` } },
      },
    ])
    expect(dingtalk.usedCalls).toBe(1)
  })

  it.each<[string, string, Failure]>([
    ['the call is refused', lend, { code: 'resource.not.found' }],
    ['too much was asked', lend, { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', httpStatus: 403 }],
    ['the call fails', lend, { status: 502 }],
    ['the call is cut off', lend, { drop: true }],
    ['the bytes are gone', storage, { status: 404 }],
    ['they are elsewhere', storage, { status: 302 }],
    ['their connection breaks', storage, { drop: true }],
  ])('is told as not given when %s', async (_, path, failure) => {
    const { dingtalk, kept, events } = await openHanding()
    dingtalk.failNext(path, failure)
    const { delivery } = await dingtalk.sends('li01', pdf)
    expect(delivery.acked).toBe(true)
    expect(events.map(({ body }) => body)).toEqual([notGiven])
    expect(kept).toEqual([])
  })

  it('is told as not given when the robot lacks its permission, and the log says why', async () => {
    const { dingtalk, events, lines } = await openHanding({ permissions: ['qyapi_get_member'] })
    await dingtalk.sends('li01', pdf)
    expect(events.map(({ body }) => body)).toEqual([notGiven])
    expect(lines.filter(line => line.includes('could not be fetched'))).toMatchObject([
      expect.stringContaining('"why":"unauthorized"'),
    ])
  })

  it('is told as not given when its code has expired, or the month has no call left', async () => {
    const { dingtalk, events, failures } = await openHanding()
    // While it cannot be written down, it gets old.
    failures.keepFile = 1
    const waiting = dingtalk.sends('li01', pdf)
    await until(() => failures.keepFile === 0)
    dingtalk.expireDownloads()
    await waiting
    dingtalk.useCalls(5_000)
    await dingtalk.sends('li01', pdf)
    expect(events.map(({ body }) => body)).toEqual([notGiven, notGiven])
  })

  it('is told as too large when it is, and may be as large as a file of ours', async () => {
    const { dingtalk, kept, events } = await openHanding()
    await dingtalk.sends('li01', { ...pdf, bytes: new Uint8Array(mostFileBytes + 1) })
    await dingtalk.sends('li01', { ...pdf, bytes: new Uint8Array(mostFileBytes) })
    expect(events.map(({ body }) => body)).toMatchObject([
      { file: { kept: false, why: 'too-large' } },
      { file: { kept: true } },
    ])
    expect(kept.map(file => file.bytes.byteLength)).toEqual([mostFileBytes])
  })

  it('that comes slowly is acknowledged when it is there, and holds up neither the connection nor others', async () => {
    const { dingtalk, events, lines } = await openHanding({ pingEveryMs: 50 })
    dingtalk.failNext(storage, slow)
    const sent = dingtalk.sends('li01', pdf)
    const { delivery } = await dingtalk.tellsBot('wang02', '日报 拜访3')
    expect(delivery).toMatchObject({ acked: true })
    expect(events.map(({ author }) => author.accountId)).toEqual(['wang02'])
    expect((await sent).delivery).toMatchObject({ acked: true, attempts: 1 })
    expect(events[1]?.body).toMatchObject({ kind: 'file', file: { kept: true } })
    expect(lines.filter(line => line.includes('connected to dingtalk'))).toHaveLength(2)
  })

  it('that DingTalk brings again meanwhile is fetched and kept once, as the same event', async () => {
    const { dingtalk, kept, events, callsOf } = await openHanding({ ackWithinMs: 150, robotRetries: 5 })
    dingtalk.failNext(storage, slow)
    const { msgId, delivery } = await dingtalk.sends('li01', pdf)
    expect(delivery.attempts).toBeGreaterThan(1)
    await dingtalk.pushesAgain(msgId)
    expect(kept).toHaveLength(1)
    expect([callsOf(lend), callsOf(storage)]).toEqual([1, 1])
    expect(new Set(events.map(event => JSON.stringify(event))).size).toBe(1)
  })

  it('is before whatever its person says after it, however slowly it comes', async () => {
    const { dingtalk, events, callsOf } = await openHanding()
    dingtalk.failNext(storage, slow)
    const sent = dingtalk.sends('li01', pdf)
    // Each comes over one of two connections, by chance: who speaks next does so after the first has arrived.
    await until(() => callsOf(lend) === 1)
    await Promise.all([sent, dingtalk.tellsBot('li01', '/通知 请看 文件=上一个')])
    expect(events.map(({ body }) => body.kind)).toEqual(['file', 'message'])
  })

  it.each(['keepFile', 'intake'] as const)('is told of later when the house fails at its %s first', async door => {
    const { dingtalk, kept, events, failures, callsOf } = await openHanding()
    failures[door] = 1
    const { delivery } = await dingtalk.sends('li01', pdf)
    expect(delivery).toMatchObject({ acked: true, attempts: 1 })
    expect(events.map(({ body }) => body)).toMatchObject([{ file: { kept: true } }])
    expect(kept).toHaveLength(1)
    expect(callsOf(lend)).toBe(door === 'intake' ? 1 : 2)
  })

  it('that is still on its way when we leave is told as not given, and acknowledged', async () => {
    const { dingtalk, events, callsOf, leave } = await openHanding()
    dingtalk.failNext(storage, { slowMs: 5_000 })
    const sent = dingtalk.sends('li01', pdf)
    await until(() => callsOf(storage) === 1)
    await leave()
    expect(events.map(({ body }) => body)).toEqual([notGiven])
    expect((await sent).delivery.acked).toBe(true)
  })
})

describe('the address of a file', () => {
  const api = 'https://api.dingtalk.com'
  const simulated = 'http://127.0.0.1:4000'

  it.each([
    ['https://storage.example.com/a%2Fb?sign=x%2By', api, 'https://storage.example.com/a%2Fb?sign=x%2By'],
    // As DingTalk often writes it.
    ['http://oss-cn.aliyuncs.com/a%2Fb?sign=x%2By', api, 'https://oss-cn.aliyuncs.com/a%2Fb?sign=x%2By'],
    ['http://storage.example.com/a', simulated, 'https://storage.example.com/a'],
    ['http://127.0.0.1:4000/download?a=1', simulated, 'http://127.0.0.1:4000/download?a=1'],
    ['http://127.0.0.1:4001/download?a=1', simulated, null],
    ['http://127.0.0.1:4000/download?a=1', api, null],
    ['https://localhost/a', api, null],
    ['https://somebody:secret@storage.example.com/a', api, null],
    ['file:///etc/passwd', api, null],
    ['not an address', api, null],
  ])('%s, of the API at %s, is asked for as %s', (url, apiUrl, address) => {
    expect(storageAddress(url, apiUrl)).toBe(address)
  })
})
