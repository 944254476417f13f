import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WeComSimulator } from '../../simulators/wecom/index.ts'
import { type TemporaryDatabase, temporaryPostgres } from '../../store/fixture.ts'
import { type Server, startServer } from '../server.ts'
import { until } from '../until.ts'
import { openCorp, viewer, wecomSettings } from './corp.ts'

const people = { zhangmin: '张敏' }

const opened = await temporaryPostgres()
const reason = 'reason' in opened ? opened.reason : undefined

/** WeCom lets a bot have one connection: a second one takes it away from the first. */
describe('two processes on one PostgreSQL, with one bot', () => {
  let database: TemporaryDatabase
  let wecom: WeComSimulator
  let servers: readonly Server[] = []
  const zhang = () => viewer(wecom, 'zhangmin')

  /** Asks the bot and waits for the answer, if need be until the lease of somebody who died over the last one has run out. */
  async function ask(words: string, answer: RegExp): Promise<void> {
    const before = zhang()
      .texts()
      .filter(text => answer.test(text)).length
    await wecom.tellsBot('zhangmin', words, { waitMs: 0 })
    await until(
      () =>
        zhang()
          .texts()
          .filter(text => answer.test(text)).length > before,
      `${words} is answered`,
      75_000,
    )
  }

  beforeAll(async () => {
    if ('reason' in opened) return
    database = opened
    wecom = await openCorp(people)
    const { WECOM_BOT_ID = '', WECOM_BOT_SECRET = '', WECOM_BOT_NAME = '', WECOM_WS_URL = '' } = wecomSettings(wecom)
    const bot = { WECOM_BOT_ID, WECOM_BOT_SECRET, WECOM_BOT_NAME, WECOM_WS_URL }
    const settings = { ...bot, DATABASE_URL: database.settings.url ?? '' }
    servers = [await startServer(settings), await startServer(settings)]
    await until(() => wecom.subscribed, 'one of them connects')
  }, 60_000)
  beforeEach(context => {
    if (reason !== undefined) context.skip(reason)
  })
  afterAll(async () => {
    await Promise.all(servers.map(server => server.end('SIGKILL')))
    await wecom?.close()
    await database?.close()
  })

  test('one has the connection, and whichever handles a question, its answer goes out over that one', async () => {
    expect(wecom.connectionCount).toBe(1)
    for (let n = 0; n < 10; n++) await ask('/help', /我能帮你做这些|What I can do/)
    for (const server of servers) expect(server.output()).not.toMatch(/another program has connected/)
  }, 120_000)

  test('when its holder is killed, the other takes over within half a minute', async () => {
    const [holder, other] = /connected to wecom/.test(servers[0]?.output() ?? '') ? servers : servers.toReversed()
    await holder?.end('SIGKILL')
    await until(() => !wecom.subscribed, 'its connection ends', 5_000)
    await until(() => wecom.subscribed, 'the other connects', 30_000)
    await until(() => /connected to wecom/.test(other?.output() ?? ''), 'it says so')
    await ask('/help', /我能帮你做这些|What I can do/)
  }, 150_000)
})
