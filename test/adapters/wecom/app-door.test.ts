import { createCipheriv, randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AppDoorParts } from '../../../adapters/wecom/app/door.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { openWeComSimulator } from '../../simulators/wecom/index.ts'
import { addressOf, called, openAppDoor, postTo, seal, sealed, start, wrapped, written } from './app-calling.ts'

describe('a message to the app', () => {
  it('is heard word for word and answered with nothing', async () => {
    const { door, heard } = openAppDoor()
    const response = await door(called(written('日报 拜访3 <b>&amp;</b> <!DOCTYPE x> ]]]]><![CDATA[> 🎉')))
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(heard.map(({ event }) => event)).toEqual([
      {
        platform: 'wecom',
        eventId: 'app:1234567890123456789',
        place: { kind: 'direct' },
        author: { accountId: 'LiNa' },
        at: '2026-11-23T01:00:00.000Z',
        body: { kind: 'message', text: '日报 拜访3 <b>&amp;</b> <!DOCTYPE x> ]]> 🎉', addressed: true },
      },
    ])
  })

  it('that is told again, or played back, is the same event', async () => {
    const { door, heard } = openAppDoor()
    const call = called(written('计划'))
    await door(call.clone())
    await door(call)
    await door(called(written('计划')))
    expect(new Set(heard.map(({ event }) => event.eventId)).size).toBe(1)
    expect(heard).toHaveLength(3)
  })

  it('that is not written down, or not in time, is answered with 503, so that WeCom calls again', async () => {
    const failing = openAppDoor({ hear: () => Promise.reject(new Error('日报')) })
    expect((await failing.door(called(written('日报')))).status).toBe(503)
    const slow = openAppDoor({ hear: () => new Promise(() => undefined), answerWithinMs: 10 })
    expect((await slow.door(called(written('日报')))).status).toBe(503)
    const lines = [...failing.lines, ...slow.lines]
    expect(lines).toHaveLength(2)
    expect(lines.join()).not.toContain('日报')
  })

  it('without words, or that is none, is acknowledged and leads to nothing', async () => {
    const { door, heard } = openAppDoor()
    const opened =
      '<xml><FromUserName>LiNa</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>enter_agent</Event></xml>'
    expect((await door(called(written('   ')))).status).toBe(200)
    expect((await door(called(opened))).status).toBe(200)
    expect(heard).toEqual([])
  })
})

describe("WeCom's question whether we are there", () => {
  it('is answered with the plain words that were sealed', async () => {
    const { door, heard } = openAppDoor()
    const echo = sealed('1616140317555161061')
    const url = addressOf(echo)
    url.searchParams.set('echostr', echo)
    const response = await door(new Request(url))
    expect([response.status, await response.text()]).toEqual([200, '1616140317555161061'])
    expect(heard).toEqual([])
  })

  it.each([
    ['for another company', sealed('1', 'wwother')],
    ['not sealed at all', '1616140317555161061'],
    ['left out', null],
  ])('is refused when it is %s', async (_, echo) => {
    const { door } = openAppDoor()
    const url = addressOf(echo ?? '')
    if (echo !== null) url.searchParams.set('echostr', echo)
    const response = await door(new Request(url))
    expect([response.status, await response.text()]).toEqual([401, ''])
  })
})

describe('a call that WeCom did not make', () => {
  const cipher = sealed(written('日报'))
  const seconds = start.getTime() / 1000
  const withoutNonce = addressOf(cipher)
  withoutNonce.searchParams.delete('nonce')
  const bytesOf = (text: string) => Buffer.from(text, 'base64')
  const truncated = bytesOf(cipher).subarray(0, -32).toString('base64')
  const cut = bytesOf(cipher).subarray(0, -7).toString('base64')
  const flipped = bytesOf(cipher)
  flipped[flipped.length - 20] = (flipped[flipped.length - 20] ?? 0) ^ 1

  it.each([
    ['missing', 401, postTo(new URL('http://here/wecom/callback'), wrapped(cipher))],
    ['missing', 401, postTo(withoutNonce, wrapped(cipher))],
    ['missing', 401, postTo(addressOf(cipher, { at: Number.NaN }), wrapped(cipher))],
    ['stale', 401, called(written('日报'), { at: seconds - 301 })],
    ['future', 401, called(written('日报'), { at: seconds + 301 })],
    ['forged', 401, called(written('日报'), { token: 'another' })],
    ['forged', 401, called(written('日报'), { corpId: 'wwother' })],
    ['forged', 401, postTo(addressOf('something else'), wrapped(cipher))],
    ['forged', 401, postTo(addressOf(truncated), wrapped(truncated))],
    ['forged', 401, postTo(addressOf(cut), wrapped(cut))],
    ['forged', 401, postTo(addressOf(flipped.toString('base64')), wrapped(flipped.toString('base64')))],
    ['forged', 401, postTo(addressOf('AAAA'), wrapped('AAAA'))],
    ['unreadable', 400, postTo(addressOf(cipher), '')],
    ['unreadable', 400, postTo(addressOf(cipher), '{"encrypt":"x"}')],
    ['unreadable', 400, postTo(addressOf(cipher), wrapped(cipher).slice(0, -4))],
    ['unreadable', 400, postTo(addressOf(cipher), `<!DOCTYPE xml [<!ENTITY a "b">]>${wrapped(cipher)}`)],
    ['unreadable', 400, postTo(addressOf(cipher), wrapped(cipher).replace('<xml>', '<xml><Encrypt>x</Encrypt>'))],
    ['unreadable', 400, called(`<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]>${written('&a;')}`)],
    ['unreadable', 400, called('日报')],
    ['too large', 413, postTo(addressOf(cipher), wrapped(cipher) + ' '.repeat(64 * 1024))],
  ])('because it is %s is answered with %i, and nothing is heard', async (reason, status, request) => {
    const { door, heard, lines } = openAppDoor()
    const response = await door(request)
    expect([response.status, await response.text()]).toEqual([status, ''])
    expect(heard).toEqual([])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`"reason":"${reason}"`)
    for (const secret of [seal.token, seal.aesKey, '日报']) expect(lines[0]).not.toContain(secret)
  })

  it('makes one line a minute, however many come', async () => {
    const { door, lines, clock } = openAppDoor()
    const forged = () => door(called(written('日报'), { token: 'another' }))
    for (let i = 0; i < 20; i++) await forged()
    expect(lines).toHaveLength(1)
    clock.moveTo(new Date(start.getTime() + 60_000))
    await forged()
    expect(lines[1]).toContain('"alsoSinceTheLastLine":19')
  })

  it('is not read when it is neither GET nor POST', async () => {
    const { door } = openAppDoor()
    const response = await door(new Request('http://here/wecom/callback', { method: 'PUT', body: 'x' }))
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST'])
  })

  it('never gets anything but a refusal, whatever it is, and breaks nothing', async () => {
    const { door, heard } = openAppDoor()
    const bytes = fc.uint8Array({ maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(bytes, fc.string(), fc.boolean(), async (noise, text, isSigned) => {
        const junk = Buffer.from(noise).toString('base64')
        const url = addressOf(isSigned ? junk : text)
        const { status } = await door(postTo(url, isSigned ? wrapped(junk) : text))
        expect([400, 401]).toContain(status)
      }),
    )
    expect(heard).toEqual([])
  })

  it('with padding that WeCom would not write is refused, though it is signed and for us', async () => {
    const key = Buffer.from(`${seal.aesKey}=`, 'base64')
    const message = Buffer.from(written('日报'))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(message.length)
    const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(seal.corpId)])
    const pad = 32 - (plain.length % 32)
    const padded = (fill: number) => {
      const padding = Buffer.alloc(pad, fill)
      padding[pad - 1] = pad
      const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
      return Buffer.concat([aes.update(Buffer.concat([plain, padding])), aes.final()]).toString('base64')
    }
    expect(pad).toBeGreaterThan(1)
    const statuses = [padded(pad), padded(0)].map(async cipher => {
      const { door } = openAppDoor()
      return (await door(postTo(addressOf(cipher), wrapped(cipher)))).status
    })
    expect(await Promise.all(statuses)).toEqual([200, 401])
  })
})

describe('over the wire', () => {
  async function openWire(wanted: Partial<AppDoorParts> = {}) {
    const wecom = await openWeComSimulator()
    onTestFinished(wecom.close)
    wecom.addPerson({ userId: 'LiNa', name: '李娜' })
    const { corpId, app } = wecom
    const opened = openAppDoor({ seal: { corpId, ...app.callback }, clock: systemClock, ...wanted })
    const url = await new Promise<string>(resolve => {
      const server = serve({ fetch: opened.door, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}/wecom/callback`),
      )
      onTestFinished(() => new Promise<void>(done => server.close(() => done())))
    })
    wecom.useCallback(url)
    return { wecom, url, ...opened }
  }

  it('the address is proved, and what a person says, sends or opens comes through once', async () => {
    const { wecom, heard } = await openWire()
    const proof = await fetch(wecom.proofRequest('1616140317555161061'))
    expect([proof.status, await proof.text()]).toEqual([200, '1616140317555161061'])
    expect(await wecom.tellsApp('LiNa', '日报 拜访3 & <more> ]]> 🎉')).toMatchObject({ acked: true, attempts: 1 })
    await wecom.sendsApp('LiNa', { kind: 'voice', recognition: '日报' })
    await wecom.entersApp('LiNa')
    expect(heard.map(({ event }) => event.body)).toEqual([
      { kind: 'message', text: '日报 拜访3 & <more> ]]> 🎉', addressed: true },
      { kind: 'unreadable', what: 'voice' },
    ])
  })

  it('what could not be written down is told again, and is the same', async () => {
    const ids: string[] = []
    let failures = 2
    const hear: AppDoorParts['hear'] = async ({ event }) => {
      ids.push(event.eventId)
      if (failures-- > 0) throw new Error('no database yet')
    }
    const { wecom } = await openWire({ hear })
    expect(await wecom.tellsApp('LiNa', '日报')).toMatchObject({ acked: true, attempts: 3 })
    expect([ids.length, new Set(ids).size]).toEqual([3, 1])
  })

  it('what is forged, stale, foreign or cut is refused', async () => {
    const { wecom, heard } = await openWire()
    const xml = wecom.appXml('LiNa', { MsgType: 'text', Content: '日报', MsgId: '1' })
    const at = Math.floor(Date.now() / 1_000)
    const wrong = [
      ...[{ token: 'another' }, { at: at - 3_600 }, { at: at + 3_600 }, { corpId: 'wwother' }, { truncatedTo: 64 }],
      ...[{ truncatedTo: 100 }, { aesKey: 'A'.repeat(43) }, { signature: '0'.repeat(40) }],
    ]
    for (const options of wrong) expect((await fetch(wecom.callbackRequest(xml, options))).status).toBe(401)
    expect(heard).toEqual([])
    expect((await fetch(wecom.callbackRequest(xml))).status).toBe(200)
    expect(heard).toHaveLength(1)
  })
})
