import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createWeb, type Listening, listen } from '../../src/web/server.ts'
import { quiet } from '../store/fixture.ts'
import { openTalk, type Talk } from '../talk.ts'

const path = '/slack/events'
let talk: Talk
let door: Listening
let base: string
const heard: { body: string; signature: string | null }[] = []

/** A platform that also asks whether we are there. */
const asking = {
  path: '/wecom/callback',
  methods: ['GET', 'POST'] as const,
  answer: async ({ method, url }: Request) => new Response(`${method} ${new URL(url).search}`),
}

/** A door that writes down what reaches it. */
const webhook = {
  path,
  async answer(request: Request) {
    heard.push({ body: await request.text(), signature: request.headers.get('x-slack-signature') })
    return Response.json({ challenge: 'c' })
  },
}

beforeAll(async () => {
  talk = await openTalk({ at: '2026-11-23T08:40:00+08:00', people: {}, features: [] })
  const room = { house: talk.house.room, token: 'only-those-who-know' }
  const web = createWeb({ log: quiet, startedAt: new Date(), ping: async () => {}, webhooks: [webhook, asking], room })
  door = await listen(web, { host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${door.port}`
})
beforeEach(() => {
  heard.length = 0
})
afterAll(async () => {
  await door.close()
  await talk[Symbol.asyncDispose]()
})

const post = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
  fetch(base + path, { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) })

/** A body whose length is not told beforehand. */
const streamed = (text: string) => new Blob([text]).stream()

describe('the door of a platform', () => {
  test('hands over the call as it came, without asking for the token of the Room', async () => {
    const response = await post('payload=%7B%7D', { 'x-slack-signature': 'v0=1', origin: 'https://elsewhere.example' })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ challenge: 'c' })
    expect(heard).toEqual([{ body: 'payload=%7B%7D', signature: 'v0=1' }])
  })

  test('hands over a body byte for byte, also one whose length was not told', async () => {
    const text = `{"text":"${'计划 '.repeat(10_000)}"}`
    await post(streamed(text), { 'x-slack-signature': 'v0=2' })
    expect(heard).toEqual([{ body: text, signature: 'v0=2' }])
  })

  test('takes questions, too, where the platform asks some', async () => {
    const url = `${base}/wecom/callback?echostr=a%2Bb`
    expect(await (await fetch(url)).text()).toBe('GET ?echostr=a%2Bb')
    expect(await (await fetch(url, { method: 'POST' })).text()).toBe('POST ?echostr=a%2Bb')
    expect((await fetch(url, { method: 'PUT' })).status).toBe(401)
  })

  test('is for posts alone; everything else there belongs to the Room', async () => {
    expect((await fetch(base + path)).status).toBe(401)
    expect((await fetch(`${base}/dingtalk/events`, { method: 'POST' })).status).toBe(401)
    expect(heard).toEqual([])
  })
})
