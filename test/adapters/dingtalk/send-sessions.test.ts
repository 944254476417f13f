import { describe, expect, it } from 'vitest'
import type { Session } from '../../../adapters/dingtalk/decode/robot.ts'
import { createSessions, isOfDingTalk } from '../../../adapters/dingtalk/send/sessions.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { group, withLi } from './sending.ts'

const real = { apiUrl: 'https://api.dingtalk.com', oapiUrl: 'https://oapi.dingtalk.com' }
const loopback = { apiUrl: 'http://127.0.0.1:4000', oapiUrl: 'http://127.0.0.1:4000/oapi' }
const start = new Date('2026-11-23T01:00:00Z')
const minutes = (n: number) => new Date(start.getTime() + n * 60_000)

const sessionOf = (url: string, expiresAt: Date, more: Partial<Session> = {}): Session => ({
  ...{ conversationId: 'cidSales==', kind: 'group', staffId: 'li01', url, expiresAt },
  ...more,
})
const at = (name: string) => `https://oapi.dingtalk.com/robot/sendBySession?session=${name}`

function openSessions() {
  const clock = new MovableClock({ frozenAt: start })
  return { clock, sessions: createSessions({ settings: real, clock }) }
}

describe('an address for answers', () => {
  it('is the one that lasts longest, until it ends', () => {
    const { clock, sessions } = openSessions()
    sessions.keep(sessionOf(at('long'), minutes(90)))
    sessions.keep(sessionOf(at('short'), minutes(30)))
    expect(sessions.newest(group)).toBe(at('long'))
    sessions.drop(group, at('long'))
    expect(sessions.newest(group)).toBe(at('short'))
    clock.moveTo(minutes(29.5))
    expect(sessions.newest(group)).toBeNull()
  })

  it('is for its own conversation: a group, or a person directly', () => {
    const { sessions } = openSessions()
    sessions.keep(sessionOf(at('direct'), minutes(90), { kind: 'direct', conversationId: 'cidLi==' }))
    expect([sessions.newest(group), sessions.newest(withLi)]).toEqual([null, at('direct')])
    sessions.keep(sessionOf(at('outside'), minutes(90), { kind: 'direct', staffId: null }))
    expect(sessions.newest({ kind: 'direct', accountId: 'x:someone' })).toBeNull()
  })

  it.each([at('a'), 'https://api.dingtalk.io/x', 'https://dingtalk.com/robot'])('of DingTalk is kept: %s', url => {
    expect(isOfDingTalk(url, real)).toBe(true)
  })

  it.each([
    'http://oapi.dingtalk.com/robot',
    'https://oapi.dingtalk.com.evil.example/robot',
    'https://evildingtalk.com/robot',
    'https://oapi.dingtalk.com:8443/robot',
    'https://user:password@oapi.dingtalk.com/robot',
    'https://oapi.dingtalk.com@evil.example/robot',
    'http://127.0.0.1:4000/robot',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'nonsense',
  ])('of anybody else is not kept: %s', url => {
    const { sessions } = openSessions()
    expect(sessions.keep(sessionOf(url, minutes(90)))).toBe(false)
    expect(sessions.newest(group)).toBeNull()
  })

  it('may be on this machine only where DingTalk itself is', () => {
    expect(isOfDingTalk('http://127.0.0.1:4000/robot/sendBySession?session=a', loopback)).toBe(true)
    expect(isOfDingTalk('http://127.0.0.1:4001/robot/sendBySession?session=a', loopback)).toBe(false)
    const plain = { ...real, oapiUrl: 'http://proxy.example' }
    expect(isOfDingTalk('http://proxy.example/robot', plain)).toBe(false)
  })
})
