import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bellwether } from '../../cli/command-line.ts'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import type { Server } from '../server.ts'
import { goTo } from '../team-time.ts'
import { until } from '../until.ts'
import { openWorkspace, setUpTeam, slackSettings, startOn, viewer } from './workspace.ts'

const people = { U0BOSS: { name: '张敏' }, U0LI: { name: '李雷' }, U0HAN: { name: '韩梅' } }

const findings = z.array(z.object({ check: z.string(), said: z.string(), todo: z.string().optional() }))
const logLine = z.object({
  level: z.number(),
  msg: z.string(),
  why: z.string().optional(),
  todo: z.string().optional(),
})

describe('a Slack that fails', () => {
  const dataDir = temporaryFolder()
  let slack: SlackSimulator
  let server: Server

  const answers = (user: string, words: RegExp) =>
    slack.directMessages(user).filter(one => one.fromBot && words.test(slack.visibleText(one).text))
  const posts = (after: number) => slack.calls.slice(after).filter(({ method }) => method === 'chat.postMessage')
  const complaints = () =>
    Array.from(server.output().matchAll(/^.*"level":50.*$/gm), ([line]) => logLine.parse(JSON.parse(line)))

  beforeAll(async () => {
    slack = await openWorkspace(people)
    server = await startOn(slack, { DATA_DIR: dataDir })
    await goTo(slack, server, fromMonday(new Date(), -1, '23:30'))
    await setUpTeam(slack, 'U0BOSS')
    await goTo(slack, server, fromMonday(new Date(), 0, '18:00'))
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await slack.close()
  })

  test('with connections dropped and refused for a while, nothing said meanwhile is lost or doubled', async () => {
    for (const failure of [{ status: 500 }, { drop: true }, { error: 'internal_error' }] as const)
      slack.failNext('apps.connections.open', failure)
    slack.refuseConnections(true)
    slack.dropsConnections()
    const said = slack.tellsBot('U0LI', '日报 拜访1')
    await sleep(2_000)
    expect(slack.connectionCount).toBe(0)
    expect(answers('U0LI', /日报已/)).toHaveLength(0)
    slack.refuseConnections(false)
    expect((await said).deliveries).toMatchObject([{ acked: true }])
    await viewer(slack, 'U0LI').sees(/日报已记下[\s\S]*拜访/)
    expect(answers('U0LI', /日报已/)).toHaveLength(1)
  })

  test('with a post that is carried out although it fails, the message is found by its key and stays the only one', async () => {
    const before = slack.calls.length
    slack.failNext('chat.postMessage', { status: 503, afterEffect: true })
    await slack.tellsBot('U0HAN', '日报 拜访2')
    await until(() => answers('U0HAN', /日报已记下/).length === 1, 'it is there although it failed')
    await slack.tellsBot('U0HAN', '日报 拜访3')
    await viewer(slack, 'U0HAN').sees(/日报已更新/)
    expect(posts(before)).toHaveLength(2)
    expect(answers('U0HAN', /日报已记下/)).toHaveLength(1)
    expect(server.output()).toContain('a delivery had arrived after all')
  })

  test('with “too much”, the post is made once, after the time that Slack asked for', async () => {
    const before = slack.calls.length
    slack.failNext('chat.postMessage', { retryAfter: 3 })
    await slack.tellsBot('U0HAN', '日报 拜访4')
    await until(() => answers('U0HAN', /日报已更新/).length === 2, 'the answer comes')
    const [refused, taken, ...more] = posts(before)
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(3_000)
    expect(more).toEqual([])
  })

  test('with tokens revoked, the process stays, says once what to do, and the doctor says it too', async () => {
    expect(complaints()).toEqual([])
    slack.revokeTokens()
    slack.dropsConnections()
    await until(() => complaints().some(({ todo }) => todo !== undefined), 'it complains', 40_000)
    await sleep(1_000)
    const [putOut, refused, ...more] = complaints()
    expect(putOut).toMatchObject({ why: 'tokens revoked' })
    expect(refused).toMatchObject({ why: 'token_revoked', todo: expect.stringContaining('SLACK_APP_TOKEN') })
    expect(more).toEqual([])
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200)
    const { out, code } = await bellwether(['doctor', '--json'], { ...slackSettings(slack), DATA_DIR: dataDir })
    expect(findings.parse(JSON.parse(out)).filter(({ check }) => check === 'slack')).toEqual([
      { check: 'slack', said: expect.stringContaining('SLACK_BOT_TOKEN'), todo: expect.stringContaining('xoxb-') },
      { check: 'slack', said: expect.stringContaining('SLACK_APP_TOKEN'), todo: expect.stringContaining('xapp-') },
    ])
    expect(code).toBe(1)
  })

  test('after all that, it stops as told: nothing was left unhandled, and no token was written', async () => {
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(server.output()).not.toMatch(/unhandled/i)
    for (const token of [slack.botToken, slack.appToken]) expect(server.output()).not.toContain(token)
  })
})
