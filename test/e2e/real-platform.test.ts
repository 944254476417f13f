import { describe, expect, test } from 'vitest'
import { keptOffset } from '../../src/schedule/travel.ts'
import { openStore } from '../../src/store/open.ts'
import type { Payload } from '../simulators/slack/link.ts'
import { signedRequest } from '../simulators/slack/signing.ts'
import { quiet, temporaryFolder } from '../store/fixture.ts'
import { furnishedFolder } from './furnish.ts'
import { roomClient } from './room-client.ts'
import { runServer, startServer } from './server.ts'

const slack = { SLACK_BOT_TOKEN: 'xoxb-0-never-shown', SLACK_APP_TOKEN: 'xapp-0-never-shown' }
/** A port on which nobody answers: a stand-in that is switched off. */
const standIn = { ...slack, SLACK_API_URL: 'http://127.0.0.1:2/api/' }
/** An address that is kept for documents, so that nothing can be there: for all we know a real workspace that is away. */
const away = { ...slack, SLACK_API_URL: 'http://192.0.2.1/api/' }
const demo = { DEMO: 'on', DEMO_LANG: 'en' }

async function rowsIn(dataDir: string): Promise<Record<string, number>> {
  const store = await openStore({ dataDir, log: quiet })
  const db = store.prisma
  const counts = {
    teams: await db.team.count(),
    people: await db.person.count(),
    accounts: await db.account.count(),
    channels: await db.channel.count(),
    roomUsers: await db.roomUser.count(),
    roomChannels: await db.roomChannel.count(),
    roomMessages: await db.roomMessage.count(),
    events: await db.inboundEvent.count(),
    deliveries: await db.delivery.count(),
  }
  await store.close()
  return counts
}

describe('a start with a real platform configured', () => {
  test('makes up nobody and starts although the platform does not answer', async () => {
    const dataDir = temporaryFolder()
    const server = await startServer({ ...demo, ...standIn, DATA_DIR: dataDir })
    try {
      const json = async (path: string) => (await fetch(`${server.base}${path}`)).json()
      expect(await json('/healthz')).toMatchObject({ status: 'ok' })
      expect(await json('/room/api/team')).toEqual({ team: null, members: [] })
      expect(await json('/room/api/people')).toEqual({ people: [] })
      expect(await json('/room/api/channels')).toEqual({ channels: [] })
      expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    } finally {
      await server[Symbol.asyncDispose]()
    }
    expect(Object.values(await rowsIn(dataDir)).every(count => count === 0)).toBe(true)
    expect(server.output()).not.toContain('never-shown')
  })

  test('lets nobody move the clock, and says so', async () => {
    await using server = await startServer({ DATA_DIR: await furnishedFolder({ li: 'Li' }), ...away })
    const room = roomClient(server.base)
    const before = await room.now()
    for (const body of [{ advance: 'PT2H' }, { to: 'next' }, { nonsense: true }]) {
      const response = await room.post('clock', body)
      expect(response.status).toBe(409)
      expect(await response.json()).toMatchObject({ error: { code: 'real-platform' } })
    }
    expect((await room.now()).getTime() - before.getTime()).toBeLessThan(60_000)
    expect(await (await fetch(`${server.base}/room/api/clock`)).json()).toMatchObject({ movable: false })
  })

  test('is refused on data whose clock was moved, with words that say what to do', async () => {
    const dataDir = await furnishedFolder({ li: 'Li' })
    const toy = await startServer({ DATA_DIR: dataDir })
    await roomClient(toy.base).goTo(new Date(Date.now() + 7_200_000))
    await toy.end('SIGTERM')
    const { code, output } = await runServer({ DATA_DIR: dataDir, PORT: '0', ...away })
    expect(code).toBe(69)
    expect(output).toMatch(/moved ahead.*2\.0 hours/)
    expect(output).toContain('DATA_DIR')
    expect(output).not.toMatch(/\n\s+at /)
    const store = await openStore({ dataDir, log: quiet })
    expect(await keptOffset(store.prisma)).toBeGreaterThan(7_000_000)
    await store.close()
  })
})

test('in HTTP mode Slack is answered beside the guarded Room, and nobody else', async () => {
  const secret = 'never-shown-either'
  const settings = { ...standIn, SLACK_MODE: 'http', SLACK_SIGNING_SECRET: secret, ROOM_TOKEN: 'only-those-who-know' }
  await using server = await startServer({ DATA_DIR: await furnishedFolder({}), ...settings })
  const url = `${server.base}/slack/events`
  const hello: Payload = { kind: 'event', body: { type: 'url_verification', challenge: 'c-1' } }
  const at = Math.floor(Date.now() / 1000)
  const answer = await fetch(signedRequest(url, hello, { at, secret }))
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ challenge: 'c-1' })
  const refused = [
    signedRequest(url, hello, { at, secret: 'another' }),
    signedRequest(url, hello, { at: at + 3_600, secret }),
    new Request(url, { method: 'POST', body: '{}' }),
    new Request(url),
  ]
  for (const request of refused) expect((await fetch(request)).status).toBe(401)
  const huge: Payload = { kind: 'event', body: { type: 'url_verification', challenge: 'x'.repeat(1_100_000) } }
  expect((await fetch(signedRequest(url, huge, { at, secret }))).status).toBe(413)
  expect(server.output()).not.toContain('never-shown')
})

test('beside a stand-in on this machine the clock moves as in the Room', async () => {
  await using server = await startServer({ DATA_DIR: await furnishedFolder({ li: 'Li' }), ...standIn })
  const room = roomClient(server.base)
  await room.goTo(new Date(Date.now() + 3_600_000))
  expect((await room.now()).getTime()).toBeGreaterThan(Date.now() + 3_500_000)
})
