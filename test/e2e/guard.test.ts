import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTalk, type Talk } from '../talk.ts'
import { type OpenRoom, openRoom } from './open-room.ts'

const token = 'only-those-who-know'
let talk: Talk
let open: OpenRoom
let guarded: OpenRoom

beforeAll(async () => {
  talk = await openTalk({ at: '2026-11-23T08:40:00+08:00', people: { li: '李雷' }, features: [] })
  open = await openRoom(talk)
  guarded = await openRoom(talk, { token })
})
afterAll(async () => {
  await open[Symbol.asyncDispose]()
  await guarded[Symbol.asyncDispose]()
  await talk[Symbol.asyncDispose]()
})

/** The status for a request with these headers; `fetch` would not let us lie about the host. */
function statusOf(room: OpenRoom, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${room.base}${path}`, { headers }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject).end()
  })
}

const paths = [
  '/',
  '/pages/main.ts',
  '/room/api/team',
  '/room/api/messages?channel=sales',
  '/room/api/stream?viewer=li',
]

describe('a Room with a token', () => {
  test.for(paths)('%s is closed to whoever does not have it', async path => {
    const wrong = ['', 'Bearer ', 'Bearer wrong', `Bearer ${token}x`, `Basic ${token}`]
    for (const authorization of wrong)
      expect((await fetch(guarded.base + path, { headers: { authorization } })).status).toBe(401)
    expect((await fetch(guarded.base + path, { headers: { cookie: 'bellwether-room=wrong' } })).status).toBe(401)
  })

  test('says how to come in, and lets nothing be written', async () => {
    const body = JSON.stringify({ as: 'li', channel: 'sales', text: 'hello' })
    const response = await fetch(`${guarded.base}/room/api/messages`, { method: 'POST', body })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error: { code: 'token', message: expect.stringContaining('?token=') } })
    expect(await talk.store.prisma.roomMessage.count()).toBe(0)
  })

  test('is open to a program that brings it', async () => {
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(`${guarded.base}/room/api/team`, { headers })).status).toBe(200)
  })

  test('gives a browser a cookie for it that no script can read and no other site can send', async () => {
    const first = await fetch(`${guarded.base}/?token=${token}`)
    expect(first.status).toBe(200)
    const [cookie = ''] = first.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    const [pair = ''] = cookie.split(';')
    expect((await fetch(`${guarded.base}/room/api/team`, { headers: { cookie: pair } })).status).toBe(200)
  })

  test('tells its health to anybody', async () => {
    expect((await fetch(`${guarded.base}/healthz`)).status).toBe(200)
  })
})

describe('a page of another site', () => {
  const foreign = ['https://evil.example', 'null', 'file://', 'nonsense']
  test.for(foreign)('with the origin %s is refused, even with the token', async origin => {
    expect(await statusOf(open, '/room/api/team', { origin })).toBe(403)
    expect(await statusOf(guarded, '/room/api/team', { origin, authorization: `Bearer ${token}` })).toBe(403)
  })

  test('that points a name of its own at us is refused where there is no token', async () => {
    for (const host of ['evil.example', `evil.example:${open.port}`, '127.0.0.1.evil.example', '[::2]']) {
      expect(await statusOf(open, '/room/api/team', { host })).toBe(403)
    }
  })

  test('is not our own', async () => {
    expect(await statusOf(open, '/room/api/team', { origin: open.base })).toBe(200)
    expect(await statusOf(open, '/room/api/team', { host: `localhost:${open.port}` })).toBe(200)
  })
})
