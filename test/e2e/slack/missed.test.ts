import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import type { Server } from '../server.ts'
import { follow, goTo } from '../team-time.ts'
import { until } from '../until.ts'
import { awayUntil, messagesTaken, reportsOf, whileStopped } from './while-stopped.ts'
import { CHANNEL, openWorkspace, setUpTeam, startOn, viewer } from './workspace.ts'

const reps = ['U0LI', 'U0HAN', 'U0WANG']
const people = { U0BOSS: { name: '张敏' }, U0LI: { name: '李雷' }, U0HAN: { name: '韩梅' }, U0WANG: { name: '王强' } }

/** Who says what. */
type Line = readonly [user: string, words: string]

describe('what is said in the channel while Bellwether is away', () => {
  const dataDir = temporaryFolder()
  const start = new Date()
  const at = (days: number, time: `${number}:${number}`) => fromMonday(start, days, time)
  const dateOf = (days: number) => at(days, '12:00').toISOString().slice(0, 10)
  const titleOf = (days: number) => {
    const [, month, day] = dateOf(days).split('-').map(Number)
    return `${month}月${day}日`
  }
  let slack: SlackSimulator
  let server: Server

  const boot = async () => {
    server = await startOn(slack, { DATA_DIR: dataDir })
    await follow(slack, server)
  }
  /** People talk at that time, to nobody who hears. */
  const talk = async (days: number, time: `${number}:${number}`, lines: readonly Line[]) => {
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
  const answered = () =>
    reps.flatMap(rep => viewer(slack, rep).texts()).filter(text => /日报已[\s\S]*电话/.test(text)).length
  /** What the database holds of a day, and of all days. */
  const left = (days: number) =>
    whileStopped(dataDir, async store => ({
      reports: await reportsOf(store, dateOf(days)),
      taken: await messagesTaken(store),
    }))

  beforeAll(async () => {
    slack = await openWorkspace(people, { largestPage: 20 })
    server = await startOn(slack, { DATA_DIR: dataDir })
    await goTo(slack, server, at(-1, '23:30'))
    await setUpTeam(slack, 'U0BOSS')
    await goTo(slack, server, at(0, '18:00'))
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await slack.close()
  })

  test('is taken in at the next start, on time or late by when it was said, and the digest counts it', async () => {
    await server.end('SIGTERM')
    await talk(0, '18:10', [
      ['U0LI', '日报 拜访3'],
      ['U0WANG', '今天好冷'],
    ])
    await talk(0, '19:30', [['U0HAN', '日报 拜访5']])
    slack.forgetsUndelivered()
    await awayUntil(dataDir, at(0, '20:00'))
    await boot()
    await until(() => digests(titleOf(0)).some(text => /2\/3 人已交/.test(text)), 'the digest counts them')
    expect(digests(titleOf(0))).toEqual([expect.stringMatching(/李雷 \| 3\n韩梅（迟） \| 5/)])
    await viewer(slack, 'U0LI').sees(/日报已记下[\s\S]*准时/)
    await viewer(slack, 'U0HAN').sees(/日报已记下[\s\S]*晚了 30 分钟/)
  })

  test('is not taken in again by a further start', async () => {
    await server.end('SIGTERM')
    const [before, said] = [historyCalls(), slack.messages(CHANNEL).length]
    await boot()
    await until(() => historyCalls() > before, 'what was missed is asked for')
    await slack.says('U0WANG', CHANNEL, '日报 拜访1')
    await viewer(slack, 'U0WANG').sees(/日报已记下/)
    await server.end('SIGTERM')
    const fresh = slack.messages(CHANNEL).slice(said)
    expect(fresh.filter(({ fromBot }) => fromBot)).toEqual([])
    const { reports, taken } = await left(0)
    expect(reports).toEqual([
      { name: '李雷', status: 'on-time', said: [{ visits: 3 }] },
      { name: '韩梅', status: 'late', said: [{ visits: 5 }] },
      { name: '王强', status: 'late', said: [{ visits: 1 }] },
    ])
    expect(taken).toBe(4)
  })

  test('survives a kill while it is fetched and another while it is taken in', async () => {
    await boot()
    await goTo(slack, server, at(1, '18:00'))
    await server.end('SIGKILL')
    const lines = Array.from(
      { length: 60 },
      (_, n): Line => [reps[n % 3] ?? '', n % 5 === 0 ? `日报 电话${n + 1}` : '忙'],
    )
    await talk(1, '18:10', lines)
    slack.forgetsUndelivered()
    await awayUntil(dataDir, at(1, '18:30'))

    const before = historyCalls()
    await boot()
    await until(() => historyCalls() >= before + 2, 'the second page is fetched')
    await server.end('SIGKILL')
    await boot()
    await until(() => answered() > 3, 'some of it is answered')
    await server.end('SIGKILL')
    await boot()
    await viewer(slack, 'U0HAN').sees(/电话[\s\S]*56/)
    await goTo(slack, server, at(1, '19:00'))
    await until(() => digests(titleOf(1)).length > 0, 'the digest is posted')
    expect(digests(titleOf(1))).toEqual([expect.stringContaining('3/3 人已交')])
    await server.end('SIGTERM')
    const { reports, taken } = await left(1)
    expect(reports).toEqual([
      { name: '李雷', status: 'on-time', said: [1, 16, 31, 46].map(calls => ({ calls })) },
      { name: '王强', status: 'on-time', said: [6, 21, 36, 51].map(calls => ({ calls })) },
      { name: '韩梅', status: 'on-time', said: [11, 26, 41, 56].map(calls => ({ calls })) },
    ])
    expect(taken).toBe(64)
  })
})
