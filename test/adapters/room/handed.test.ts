import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inboundEventSchema } from '../../../src/platform/events.ts'
import { mostFileBytes } from '../../../src/platform/files.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { type FileBody, openRoom, start } from './room.ts'

let database: TemporaryDatabase
let room: Awaited<ReturnType<typeof openRoom>>
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())
beforeEach(async () => {
  room = await openRoom(database.store)
})

const bytes = new Uint8Array([0, 255, 13, 10, 0xd8, 0x00])

function piecesOf(size: number, { breaks = false } = {}): ReadableStream<Uint8Array> {
  let left = size
  return new ReadableStream({
    pull(controller) {
      if (left <= 0 && breaks) return controller.error(new Error('the sender went away'))
      if (left <= 0) return controller.close()
      const piece = new Uint8Array(Math.min(left, 1024 * 1024))
      left -= piece.byteLength
      controller.enqueue(piece)
    },
  })
}

const theirChat = async () => (await room.get('channel=dm:li&viewer=li')).body.messages

describe('a file that somebody hands to the bot', () => {
  it('is kept as it is and then told of, in their direct chat', async () => {
    const { status, body } = await room.hand({ as: 'li', name: '价目表.pdf', eventId: 'e1' }, bytes)
    expect([status, body]).toEqual([202, { eventId: 'e1' }])
    expect(room.files).toEqual([{ eventId: 'e1', filename: '价目表.pdf', bytes: Buffer.from(bytes) }])
    expect(room.events.map(event => inboundEventSchema.parse(event))).toEqual([
      {
        ...{ platform: 'room', eventId: 'e1', at: start.toISOString(), place: { kind: 'direct' } },
        author: { accountId: 'li', name: '李' },
        body: { kind: 'file', name: '价目表.pdf', file: { kept: true, ref: 'ref 1' } },
      },
    ])
  })

  it('stands in the chat as their own words, once however often it is tried', async () => {
    const asked = { as: 'li', name: '价目表.pdf', eventId: 'e1' }
    await room.hand(asked, bytes)
    await room.hand(asked, bytes)
    expect(await theirChat()).toMatchObject([{ from: 'li', text: '📎 价目表.pdf', content: null, revision: 1 }])
    expect((await room.get('channel=sales')).body.messages).toEqual([])
    expect((await room.get('channel=dm:li&viewer=wang')).body.messages).toEqual([])
  })

  it('gets an event of its own where none is named', async () => {
    await room.hand({ as: 'li', name: 'a.txt' }, bytes)
    await room.hand({ as: 'li', name: 'a.txt' }, bytes)
    expect(new Set(room.events.map(({ eventId }) => eventId)).size).toBe(2)
  })

  it.each([
    ['../../etc/passwd', '.. .. etc passwd'],
    ['C:\\Users\\li\\报价.xlsx', 'C Users li 报价.xlsx'],
    ['a\0b\r\nSet-Cookie: x=1.pdf', 'a b Set-Cookie x=1.pdf'],
    ['价目\u202efdp.exe', '价目 fdp.exe'],
    ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(60)}.docx`],
    ['  ', 'file'],
  ])('called %j is %j to everybody', async (name, called) => {
    expect((await room.hand({ as: 'li', name }, bytes)).status).toBe(202)
    expect(room.files).toMatchObject([{ filename: called }])
    expect(room.events).toMatchObject([{ body: { name: called } }])
    expect(await theirChat()).toMatchObject([{ text: `📎 ${called}` }])
  })

  it('may have as many bytes as there may be, announced or not', async () => {
    for (const body of [new Uint8Array(mostFileBytes), piecesOf(mostFileBytes)])
      expect((await room.hand({ as: 'li', name: 'a.bin' }, body)).status).toBe(202)
    expect(room.files.map(file => file.bytes.byteLength)).toEqual([mostFileBytes, mostFileBytes])
  })
})

describe('nothing is kept and nothing told', () => {
  it.each<[string, number, string, Record<string, string>, () => FileBody, Record<string, string>?]>([
    ['of a stranger', 404, 'unknown-member', { as: 'nobody', name: 'a.txt' }, () => bytes],
    ['by the bot itself', 404, 'unknown-member', { as: 'bot', name: 'a.txt' }, () => bytes],
    ['without a person', 400, 'malformed', { name: 'a.txt' }, () => bytes],
    ['without a name', 400, 'malformed', { as: 'li' }, () => bytes],
    ['with an empty name', 400, 'malformed', { as: 'li', name: '' }, () => bytes],
    ['with a name without end', 400, 'malformed', { as: 'li', name: 'x'.repeat(1001) }, () => bytes],
    ['with an odd event', 400, 'malformed', { as: 'li', name: 'a', eventId: 'e\n1' }, () => bytes],
    ['of an empty file', 400, 'file-empty', { as: 'li', name: 'a.txt' }, () => null],
    ['that broke off', 400, 'cut-off', { as: 'li', name: 'a' }, () => piecesOf(5, { breaks: true })],
    ['that is too large', 413, 'file-too-large', { as: 'li', name: 'a' }, () => piecesOf(mostFileBytes + 1)],
    [
      ...(['that says it is too large', 413, 'file-too-large', { as: 'li', name: 'a' }, () => piecesOf(5)] as const),
      { 'content-length': String(mostFileBytes + 1) },
    ],
  ])('%s', async (_, status, code, asked, body, headers = {}) => {
    const answer = await room.hand(asked, body(), headers)
    expect([answer.status, answer.body.error?.code]).toEqual([status, code])
    expect([room.files, room.events, await theirChat()]).toEqual([[], [], []])
  })
})
