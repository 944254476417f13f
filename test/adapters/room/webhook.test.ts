import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { actions, content, form, image, text } from '../../../src/content/build.ts'
import { inboundEventSchema } from '../../../src/platform/events.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { openRoom, size, start } from './room.ts'

let database: TemporaryDatabase
let room: Awaited<ReturnType<typeof openRoom>>
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())
beforeEach(async () => {
  room = await openRoom(database.store)
})

const card = content(
  'zh',
  text('日报'),
  actions(
    { id: 'reports.read', label: '已读', words: '/read', value: 'r-17' },
    { id: 'nudges.snooze', label: '1', words: '/snooze 1', value: '1' },
    { id: 'nudges.snooze', label: '2', words: '/snooze 2', value: '2' },
  ),
  form({
    id: 'reports.submit',
    title: '日报',
    submit: '提交',
    words: '/report',
    value: 'evening',
    inputs: [
      { id: 'calls', label: '电话', kind: 'number' },
      { id: 'products', label: '产品', kind: 'choices' },
    ],
  }),
)

async function post(to: string | null = null, channel = 'sales') {
  const message = { channel, from: 'bot', to, at: start, text: '日报', content: card, key: `card-${to}-${channel}` }
  return (await room.messages.append(message)).id
}

const sample = z.object({ call: z.enum(['messages', 'actions']), body: z.looseObject({}), event: inboundEventSchema })
const samples = path.join(import.meta.dirname, '../../../adapters/room/samples')

describe('the calls in samples/', () => {
  it.each(readdirSync(samples))('%s', async file => {
    const { call, body, event } = sample.parse(JSON.parse(readFileSync(path.join(samples, file), 'utf8')))
    const named = 'messageId' in body ? { ...body, messageId: await post() } : body
    expect(await room.post(call, named)).toEqual({ status: 202, body: { eventId: event.eventId } })
    expect(room.events).toEqual([event])
  })
})

describe('what a person says', () => {
  it('is in the Room with the words as typed, once for its event', async () => {
    const said = { as: 'li', channel: 'sales', text: '@bot <b>hi</b>', eventId: 'e' }
    await room.post('messages', said)
    await room.post('messages', said)
    const { body } = await room.get('channel=sales')
    expect(body.messages).toMatchObject([{ from: 'li', text: '@bot <b>hi</b>', content: null, revision: 1 }])
    expect(body.messages[0]).not.toHaveProperty('to')
  })

  it('gets an id of its own when it brings none', async () => {
    const first = await room.post('messages', { as: 'li', channel: 'dm', text: 'hi' })
    const second = await room.post('messages', { as: 'li', channel: 'dm', text: 'hi' })
    expect(first.body.eventId).not.toBe(second.body.eventId)
    expect((await room.get('channel=dm:li')).body.messages).toHaveLength(2)
  })
})

describe('an action', () => {
  it('takes the value of the button that was pressed', async () => {
    await room.post('actions', { as: 'li', messageId: await post(), actionId: 'nudges.snooze', value: '2' })
    expect(room.events).toMatchObject([{ body: { kind: 'action', actionId: 'nudges.snooze', value: '2' } }])
  })

  it.each([
    ['is on no such message', 'unknown-message', { messageId: 'nowhere' }],
    ['is not on this message', 'unknown-action', { actionId: 'team.remove' }],
    ['has a value that we never offered', 'unknown-action', { value: 'r-18' }],
    ['fills in an input that the form has not', 'malformed', { actionId: 'reports.submit', values: { role: 'admin' } }],
    ['is of a stranger', 'unknown-member', { as: 'nobody' }],
    ['is too long', 'too-long', { actionId: 'reports.submit', values: { calls: '9'.repeat(8001) } }],
  ])('is refused when it %s', async (_, code, change) => {
    const call = { as: 'li', messageId: await post(), actionId: 'reports.read', ...change }
    const { status, body } = await room.post('actions', call)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body.error).toMatchObject({ code, message: expect.any(String) })
    expect(room.events).toEqual([])
  })

  it('works only for those who see the message, and not once it was recalled', async () => {
    const whisper = await post('li')
    const direct = await post(null, 'dm:li')
    const recalled = await post()
    await room.messages.recall(recalled)
    const press = (as: string, messageId: string) => room.post('actions', { as, messageId, actionId: 'reports.read' })
    expect((await press('wang', whisper)).status).toBe(404)
    expect((await press('wang', direct)).status).toBe(404)
    expect((await press('li', recalled)).status).toBe(404)
    expect((await press('li', whisper)).status).toBe(202)
    expect((await press('li', direct)).status).toBe(202)
    expect(room.events.map(event => event.place.kind)).toEqual(['group', 'direct'])
  })
})

describe('reading along', () => {
  it('shows a whisper to its reader, and to whoever asks for all', async () => {
    await post('li')
    expect((await room.get('channel=sales&viewer=li')).body.messages).toHaveLength(1)
    expect((await room.get('channel=sales&viewer=wang')).body.messages).toEqual([])
    expect((await room.get('channel=sales')).body.messages).toMatchObject([{ to: 'li' }])
  })

  it('shows a direct chat to nobody else', async () => {
    await post(null, 'dm:li')
    expect((await room.get('channel=dm:li&viewer=li')).body.messages).toHaveLength(1)
    expect((await room.get('channel=dm:li&viewer=wang')).body.messages).toEqual([])
  })

  it('goes on from a cursor with what is new and what was revised', async () => {
    const id = await post()
    const { cursor } = (await room.get('channel=sales')).body
    expect((await room.get(`channel=sales&after=${cursor}`)).body).toEqual({ messages: [], cursor })
    await room.messages.revise(id, { text: 'new', content: card })
    const next = (await room.get(`channel=sales&after=${cursor}`)).body
    expect(next.messages).toMatchObject([{ id, text: 'new', revision: 2, recalled: false }])
    await room.messages.recall(id)
    const last = (await room.get(`channel=sales&after=${next.cursor}`)).body
    expect(last.messages).toMatchObject([{ id, text: '', content: null, revision: 3, recalled: true }])
  })

  it('has the sizes of its pictures beside it, where they are known, until it is recalled', async () => {
    const said = content('zh', text('榜单'), image('board', '图：榜单'), image('f'.repeat(64), '图：不在了'))
    const plain = { channel: 'sales', from: 'bot', to: null, at: start, text: '榜单' }
    const { id } = await room.messages.append({ ...plain, content: said, key: 'pictured' })
    await room.messages.append({ ...plain, content: content('zh', text('没有图')), key: 'bare' })
    const [pictured, bare] = (await room.get('channel=sales')).body.messages
    expect(pictured).toMatchObject({ content: said, sizes: { board: size } })
    expect(Object.keys(Object(pictured?.['sizes']))).toEqual(['board'])
    expect(bare).not.toHaveProperty('sizes')
    await room.messages.recall(id)
    const { messages } = (await room.get('channel=sales')).body
    expect(messages.find(message => message['id'] === id)).not.toHaveProperty('sizes')
  })

  it.each([
    ['channel=attic', 404],
    ['channel=dm:nobody', 404],
    ['', 400],
    ['channel=sales&after=x', 400],
    ['channel=sales&viewer=nobody', 404],
  ])('refuses ?%s', async (query, status) => {
    expect((await room.get(query)).status).toBe(status)
  })
})
