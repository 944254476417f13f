import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../src/features/index.ts'
import type { Store } from '../../src/store/store.ts'
import { openTalk, type Talk } from '../talk.ts'
import { type OpenRoom, openRoom } from './open-room.ts'

let talk: Talk
let room: OpenRoom
/** A message with a button that only Li sees. */
let whisper: string

beforeAll(async () => {
  const people = { zhang: '张敏', li: '李雷', han: '韩梅' }
  talk = await openTalk({ at: '2026-11-23T08:40:00+08:00', people, features })
  room = await openRoom(talk)
  await talk.person('zhang').says('/setup 销售一部')
  await talk.person('han').says('/计划 电话1')
  await talk.person('li').says('/计划 电话20')
  const seen = await talk.person('li').all()
  whisper = seen.findLast(it => it.to === 'li' && JSON.stringify(it.content).includes('reports.correct'))?.id ?? ''
})
afterAll(async () => {
  await room[Symbol.asyncDispose]()
  await talk[Symbol.asyncDispose]()
})

/** How many rows each table has, the queue's too. */
async function rowCounts(store: Store): Promise<Readonly<Record<string, number>>> {
  const tables = await store.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  )
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS n FROM ${name}`)
  const rows = await store.query<{ name: string; n: number }>(counts.join(' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

interface Refused {
  readonly name: string
  readonly path: string
  /** A body makes it a POST. */
  readonly body?: string | (() => object)
  readonly status: number
  readonly code: string
}

const message = (change: object) => () => ({ as: 'li', channel: 'sales', text: '/计划 电话1', ...change })
const action = (change: object) => () => ({ as: 'li', messageId: whisper, actionId: 'reports.correct', ...change })
const said = (name: string, body: Refused['body'] & {}, status: number, code: string): Refused => {
  return { name, path: 'messages', body, status, code }
}
const done = (name: string, change: object, status: number, code: string): Refused => {
  return { name, path: 'actions', body: action(change), status, code }
}
const moved = (name: string, change: object, status: number, code: string): Refused => {
  return { name, path: 'clock', body: () => change, status, code }
}
const asked = (name: string, path: string, status: number, code: string): Refused => ({ name, path, status, code })

const refused: readonly Refused[] = [
  said('half of a JSON', '{"as":"li",', 400, 'malformed-json'),
  said('nothing at all', '', 400, 'malformed-json'),
  said('a list', '[]', 400, 'malformed'),
  said('no text', message({ text: undefined }), 400, 'malformed'),
  said('a number for a text', message({ text: 7 }), 400, 'malformed'),
  said('nothing but spaces', message({ text: ' \n\u3000' }), 400, 'malformed'),
  said('a member whom nobody knows', message({ as: 'nobody' }), 404, 'unknown-member'),
  said('a member by the name of a property', message({ as: '__proto__' }), 404, 'unknown-member'),
  said('a channel that nobody knows', message({ channel: 'nowhere' }), 404, 'unknown-channel'),
  said('the direct chat of somebody else', message({ channel: 'dm:han' }), 404, 'unknown-channel'),
  said('8,001 characters', message({ text: '话'.repeat(8001) }), 413, 'too-long'),
  said('8,001 emoji', message({ text: '🎉'.repeat(8001) }), 413, 'too-long'),
  said('a body beyond all measure', message({ text: 'x'.repeat(200_000) }), 413, 'too-large'),
  said('an event id with a line break', message({ eventId: 'a\nb' }), 400, 'malformed'),
  done('a message that nobody knows', { messageId: '00000000-0000-7000-8000-000000000000' }, 404, 'unknown-message'),
  done('a message id that is SQL', { messageId: "' OR 1=1 --" }, 404, 'unknown-message'),
  done('an action that nobody knows', { actionId: 'reports.destroy' }, 404, 'unknown-action'),
  done('an action that is not on that message', { actionId: 'reports.read' }, 404, 'unknown-action'),
  done('a value that was never offered', { value: '{"round":"x","member":"y"}' }, 404, 'unknown-action'),
  done('a whisper to somebody else', { as: 'han' }, 404, 'unknown-message'),
  moved('the clock backwards', { to: '2026-11-23T08:00:00+08:00' }, 409, 'clock.backwards'),
  moved('a time without an offset', { to: '2026-11-23T12:00:00' }, 400, 'malformed'),
  moved('a day that does not exist', { to: '2026-02-30T12:00:00Z' }, 400, 'malformed'),
  moved('a duration that is none', { advance: 'tomorrow' }, 400, 'malformed'),
  moved('a duration of nothing', { advance: 'PT' }, 400, 'malformed'),
  moved('years ahead', { to: '2030-01-01T00:00:00Z' }, 400, 'too-far'),
  moved('two wishes at once', { to: 'next', advance: 'PT1H' }, 400, 'malformed'),
  asked('a preview of no time', 'preview', 400, 'malformed'),
  asked('a preview of nonsense', 'preview?until=soon', 400, 'malformed'),
  asked('a preview too far ahead', 'preview?until=2026-12-24T00:00:00Z', 400, 'too-far'),
  asked('the history of a channel that nobody knows', 'messages?channel=nowhere', 404, 'unknown-channel'),
  asked('a cursor that is none', 'messages?channel=sales&after=x', 400, 'malformed'),
  asked('the team of a channel that nobody knows', 'team?channel=nowhere', 404, 'unknown-channel'),
  asked('what is not there', 'teapot', 404, 'not-found'),
]

describe('what is refused writes nothing', () => {
  test.for(refused)('$name: $status $code', async ({ path, body, status, code }) => {
    const before = await rowCounts(talk.store)
    const json = typeof body === 'function' ? JSON.stringify(body()) : body
    const request = json === undefined ? {} : { method: 'POST', body: json }
    const response = await fetch(`${room.base}/room/api/${path}`, request)
    const answer = await response.json()
    expect({ status: response.status, answer }).toEqual({
      status,
      answer: { error: { code, message: expect.stringMatching(/./) } },
    })
    expect(await rowCounts(talk.store)).toEqual(before)
  })

  test('8,000 characters are heard', async () => {
    const body = JSON.stringify(message({ text: '🎉'.repeat(8000) })())
    expect((await fetch(`${room.base}/room/api/messages`, { method: 'POST', body })).status).toBe(202)
  })

  test('the same event id twice is one event', async () => {
    const body = JSON.stringify(message({ eventId: 'once' })())
    const say = () => fetch(`${room.base}/room/api/messages`, { method: 'POST', body })
    const answers = await Promise.all([say(), say()])
    for (const answer of answers) expect(await answer.json()).toEqual({ eventId: 'once' })
    await talk.house.app.settle()
    const answersHeard = await talk.person('li').heard()
    await say()
    await talk.house.app.settle()
    expect(await talk.person('li').heard()).toEqual(answersHeard)
  })
})
