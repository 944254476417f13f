import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepFile, keepWorkbook } from '../../src/store/files.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { createWeb } from '../../src/web/server.ts'
import { openXlsx } from '../sheets/open-xlsx.ts'
import { quiet } from '../store/fixture.ts'
import { openTalk, type Talk } from '../talk.ts'

const token = 'only-those-who-know'
let talk: Talk
let week: string
let page: string
let ask: (path: string, headers?: Record<string, string>) => Promise<Response>

beforeAll(async () => {
  talk = await openTalk({ at: '2026-11-23T08:40:00+08:00', people: {}, features: [] })
  const { room } = talk.house
  const web = createWeb({ log: quiet, startedAt: new Date(), ping: async () => {}, room: { house: room, token } })
  ask = async (path, headers = { authorization: `Bearer ${token}` }) =>
    web.request(`http://localhost/room/api/files/${path}`, { headers })
  const workbook = { sheets: [{ name: '明细', columns: [{ label: '成员' }], rows: [['李娜']] }] }
  const hostile = { bytes: new TextEncoder().encode('<script>'), filename: 'a"b%;\r\nx: y.html', type: 'text/html' }
  week = await inTransaction(room.store, tx => keepWorkbook(tx, workbook, "第47周 (销售'一部)", room.clock.now()))
  page = await inTransaction(room.store, tx => keepFile(tx, hostile, room.clock.now()))
})
afterAll(() => talk[Symbol.asyncDispose]())

describe('a file that was said in the Room', () => {
  test('is saved under its own name', async () => {
    const response = await ask(week)
    expect(response.status).toBe(200)
    expect(openXlsx(new Uint8Array(await response.arrayBuffer()))[0]?.rows).toEqual([['成员'], ['李娜']])
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="_47_ (__'__).xlsx"; filename*=UTF-8''%E7%AC%AC47%E5%91%A8%20%28%E9%94%80%E5%94%AE%27%E4%B8%80%E9%83%A8%29.xlsx`,
    )
  })

  test('never becomes a page of ours, nor its name a header', async () => {
    const { headers } = await ask(page)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="a b_; x y.html"; /),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    expect(headers.has('x')).toBe(false)
  })

  test('is not there under any other name', async () => {
    for (const other of ['0'.repeat(64), 'week-1', '..%2f..%2fpackage.json', week.toUpperCase()])
      expect((await ask(other)).status).toBe(404)
  })

  test('is only for those who may see the Room', async () => {
    expect((await ask(week, {})).status).toBe(401)
  })
})
