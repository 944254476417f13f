import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mostFileBytes } from '../../src/platform/files.ts'
import { type OpenRoom, openRoom } from '../e2e/open-room.ts'
import { openTalk, type Talk } from '../talk.ts'

const token = 'only-those-who-know'
const authorization = `Bearer ${token}`
const bytes = crypto.getRandomValues(new Uint8Array(4096))
let talk: Talk
let room: OpenRoom

beforeAll(async () => {
  talk = await openTalk({ at: '2026-11-23T08:40:00+08:00', people: { li: '李雷' }, features: [] })
  room = await openRoom(talk, { token })
})
afterAll(async () => {
  await room[Symbol.asyncDispose]()
  await talk[Symbol.asyncDispose]()
})

async function hand(headers: Record<string, string>, body: Uint8Array<ArrayBuffer> = bytes, as = 'li') {
  const asked = new URLSearchParams({ as, name: '价目表.pdf' })
  return fetch(`${room.base}/room/api/files?${asked}`, { method: 'POST', body, headers })
}

const kept = () => talk.store.prisma.file.findMany({ where: { handed: true } })

describe('handing a file to the bot', () => {
  test('is not for who has no token, nor for a page of another site', async () => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { cookie: 'bellwether-room=wrong' }])
      expect((await hand(headers)).status).toBe(401)
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
      expect((await hand({ authorization, origin })).status).toBe(403)
    expect(await kept()).toEqual([])
    expect(await talk.store.prisma.roomMessage.count()).toBe(0)
  })

  test('is answered with what is wrong, also to who sends on and on', async () => {
    const large = await hand({ authorization }, new Uint8Array(mostFileBytes + 1))
    expect([large.status, await large.json()]).toEqual([
      413,
      { error: { code: 'file-too-large', message: expect.stringContaining(String(mostFileBytes)) } },
    ])
    expect((await hand({ authorization }, bytes, 'nobody')).status).toBe(404)
    expect(await kept()).toEqual([])
  })

  test('keeps its bytes as they are, to be saved and never to be opened as a page of ours', async () => {
    const response = await hand({ authorization, origin: room.base })
    expect(response.status).toBe(202)
    const [file, ...others] = await kept()
    expect(others).toEqual([])
    expect(file).toMatchObject({ filename: '价目表.pdf', type: 'application/octet-stream' })
    const saved = await fetch(`${room.base}/room/api/files/${file?.ref}`, { headers: { authorization } })
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(saved.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'x-content-type-options': 'nosniff',
    })
  })
})
