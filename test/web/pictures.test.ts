import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepDrawing, keepPicture } from '../../src/store/pictures.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { createWeb } from '../../src/web/server.ts'
import { quiet } from '../store/fixture.ts'
import { openTalk, type Talk } from '../talk.ts'

const token = 'only-those-who-know'
const bytes = Uint8Array.from([137, 80, 78, 71, 0, 255])
let talk: Talk
let ref: string
let ask: (path: string, headers?: Record<string, string>) => Promise<Response>

beforeAll(async () => {
  talk = await openTalk({ at: '2026-11-23T08:40:00+08:00', people: {}, features: [] })
  const { room } = talk.house
  const web = createWeb({ log: quiet, startedAt: new Date(), ping: async () => {}, room: { house: room, token } })
  ask = async (path, headers = { authorization: `Bearer ${token}` }) =>
    web.request(`http://localhost/room/api/pictures/${path}`, { headers })
  const picture = { bytes, filename: 'board.png', type: 'image/png' } as const
  ref = await inTransaction(room.store, tx => keepPicture(tx, picture, room.clock.now()))
})
afterAll(() => talk[Symbol.asyncDispose]())

describe('a picture that was said in the Room', () => {
  test('is shown as what it is, and as nothing else', async () => {
    const response = await ask(ref)
    expect(response.status).toBe(200)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
    })
  })

  test('of which there is a drawing is dark on a dark page, and the same for whoever looks again', async () => {
    const { room } = talk.house
    const pool = { kind: 'progress', title: '奖池', done: 0.5, percent: '50%', words: '1 / 2' } as const
    const drawing = await inTransaction(room.store, tx => keepDrawing(tx, pool, room.clock.now()))
    const shown = async (query: string) => {
      const response = await ask(`${drawing}${query}`)
      expect(response.headers.get('content-type')).toBe('image/jpeg')
      return Buffer.from(await response.arrayBuffer()).toString('base64')
    }
    const [light, dark] = [await shown(''), await shown('?theme=dark')]
    expect(light).not.toBe(dark)
    expect([await shown('?theme=light'), await shown('?theme=dark')]).toEqual([light, dark])
  })

  test('is not there under any other name', async () => {
    for (const other of ['0'.repeat(64), 'chart-1', '..%2f..%2fpackage.json', ref.toUpperCase()])
      expect((await ask(other)).status).toBe(404)
  })

  test('is only for those who may see the Room', async () => {
    expect((await ask(ref, {})).status).toBe(401)
  })
})
