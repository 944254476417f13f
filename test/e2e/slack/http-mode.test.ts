import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import { type Server, startServer } from '../server.ts'
import { follow, goTo } from '../team-time.ts'
import { messagesTaken, reportsOf, whileStopped } from './while-stopped.ts'
import { CHANNEL, openWorkspace, setUpTeam, viewer } from './workspace.ts'

const people = { U0BOSS: { name: '张敏' }, U0LI: { name: '李雷' } }

describe('Bellwether that Slack calls over HTTP', () => {
  const dataDir = temporaryFolder()
  const monday = fromMonday(new Date(), 0, '08:40')
  const evening = fromMonday(new Date(), 0, '18:00')
  let slack: SlackSimulator
  let server: Server
  let url: string

  const boot = async (port = '0') => {
    server = await startServer({
      SLACK_MODE: 'http',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: dataDir,
      PORT: port,
    })
    url = `${server.base}/slack/events`
    slack.useHttp(url)
    await follow(slack, server)
  }
  /** A report as an event that comes by no simulated way. */
  const event = (text: string) => {
    const ts = `${(slack.now().getTime() / 1000).toFixed(3)}001`
    const message = { type: 'message', channel: CHANNEL, channel_type: 'channel', user: 'U0LI', text, ts, event_ts: ts }
    return slack.eventBody({ ...message, team: slack.teamId })
  }

  beforeAll(async () => {
    slack = await openWorkspace(people, { httpRetriesAfterMs: [200, 1_000, 1_000, 2_000, 2_000, 5_000, 5_000] })
    await boot()
    await goTo(slack, server, fromMonday(new Date(), -1, '23:30'))
    await setUpTeam(slack, 'U0BOSS')
    await goTo(slack, server, monday)
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await slack.close()
  })

  test('proves itself when Slack verifies the address', async () => {
    const challenge = { type: 'url_verification', challenge: 'prove it' }
    const answer = await fetch(slack.signedRequest('event', challenge, { url }))
    expect([answer.status, await answer.json()]).toEqual([200, { challenge: 'prove it' }])
  })

  test('takes a plan by slash command and its form, and keeps no connection', async () => {
    await slack.slash('U0LI', CHANNEL, '/plan')
    const form = slack.openView('U0LI')
    const visits = form?.blocks.find(one => /拜访/.test(slack.visibleText({ blocks: [one] }).text))?.block_id ?? ''
    const refused = await slack.submits('U0LI', form?.id ?? '', { [visits]: '许多' })
    expect(refused).toMatchObject({ outcome: 'errors', errors: { [visits]: expect.any(String) } })
    expect(await slack.submits('U0LI', form?.id ?? '', { [visits]: '3' })).toMatchObject({ outcome: 'cleared' })
    await viewer(slack, 'U0LI').sees(/计划已记下[\s\S]*拜访[\s\S]*3/)
    expect(slack.connectionCount).toBe(0)
  })

  test('takes what was said while it was killed when Slack posts it again', async () => {
    await goTo(slack, server, evening)
    await server.end('SIGKILL')
    const said = slack.says('U0LI', CHANNEL, '日报 拜访2')
    await boot(new URL(server.base).port)
    const { deliveries } = await said
    expect(deliveries).toMatchObject([{ acked: true, attempts: expect.toSatisfy((it: number) => it > 1) }])
    await viewer(slack, 'U0LI').sees(/日报已记下[\s\S]*拜访[\s\S]*2/)
  })

  test('takes a request that comes three times once', async () => {
    const request = slack.signedRequest('event', event('日报 拜访4'), { url })
    const statuses = await Promise.all(
      [request.clone(), request.clone(), request].map(async it => (await fetch(it)).status),
    )
    expect(statuses).toEqual([200, 200, 200])
    await viewer(slack, 'U0LI').sees(/日报已更新[\s\S]*拜访[\s\S]*4/)
  })

  test.each([
    ['forged', { secret: 'a secret that is not ours' }],
    ['stale', { at: Math.floor(Date.now() / 1000) - 600 }],
    ['from the future', { at: Math.floor(Date.now() / 1000) + 600 }],
  ])('refuses a request that is %s', async (_, sign) => {
    const answer = await fetch(slack.signedRequest('event', event('日报 拜访99'), { url, ...sign }))
    expect([answer.status, await answer.text()]).toEqual([401, ''])
  })

  test('has written down what was said and nothing of what it refused', async () => {
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    await whileStopped(dataDir, async store => {
      expect(await messagesTaken(store)).toBe(2)
      expect(await reportsOf(store, evening.toISOString().slice(0, 10))).toEqual([
        { name: '李雷', status: 'on-time', said: [{ visits: 2 }, { visits: 4 }] },
      ])
    })
    expect(server.output()).not.toContain(slack.signingSecret)
  })
})
