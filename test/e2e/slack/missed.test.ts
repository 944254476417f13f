import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import type { Server } from '../server.ts'
import { awayUntil, messagesTaken, reportsOf, whileStopped } from './while-stopped.ts'
import { CHANNEL, follow, goTo, openWorkspace, setUpTeam, startOn, until, viewer } from './workspace.ts'

const people = { U0BOSS: { name: '张敏' }, U0LI: { name: '李雷' }, U0HAN: { name: '韩梅' }, U0WANG: { name: '王强' } }

describe('what is said in the channel while Bellwether is away', () => {
  const dataDir = temporaryFolder()
  const start = new Date()
  const at = (days: number, time: `${number}:${number}`) => fromMonday(start, days, time)
  const day = (days: number) => at(days, '12:00').toISOString().slice(0, 10)
  let slack: SlackSimulator
  let server: Server

  const boot = async () => {
    server = await startOn(slack, { DATA_DIR: dataDir })
    await follow(slack, server)
  }
  /** People talk at that time, to nobody who hears. */
  const talk = async (days: number, time: `${number}:${number}`, lines: readonly (readonly [string, string])[]) => {
    slack.now = () => at(days, time)
    for (const [user, words] of lines) await slack.says(user, CHANNEL, words, { wait: false })
  }
  const historyCalls = () => slack.calls.filter(({ method }) => method === 'conversations.history').length
  const digests = (date: string) =>
    slack
      .messages(CHANNEL)
      .filter(({ fromBot, threadTs }) => fromBot && threadTs === null)
      .map(one => slack.visibleText(one).text)
      .filter(text => /^日报汇总/m.test(text) && text.includes(date))

  beforeAll(async () => {
    slack = await openWorkspace(people, { largestPage: 20 })
    server = await startOn(slack, { DATA_DIR: dataDir })
    await setUpTeam(slack, 'U0BOSS')
    await goTo(slack, server, at(0, '18:00'))
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await slack.close()
  })

  test('is taken in at the next start, on time or late by when it was said, and the digest counts it', async () => {
    await server.end('SIGTERM')
    await talk(0, '18:10', [['U0LI', '日报 拜访3'], ['U0WANG', '今天好冷']])
    await talk(0, '19:30', [['U0HAN', '日报 拜访5']])
    slack.forgetsUndelivered()
    await awayUntil(dataDir, at(0, '20:00'))
    await boot()
    await new Promise(r => setTimeout(r, 8000))
    console.log(viewer(slack, 'U0BOSS').texts(), viewer(slack, 'U0LI').texts(), viewer(slack, 'U0HAN').texts())
    await server.end('SIGTERM')
    console.log(JSON.stringify(await whileStopped(dataDir, store => reportsOf(store, day(0)))), await whileStopped(dataDir, messagesTaken))
    console.log(server.output())
  })
})
