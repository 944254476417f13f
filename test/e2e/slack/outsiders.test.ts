import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import type { Server } from '../server.ts'
import { goTo } from '../team-time.ts'
import { until } from '../until.ts'
import { CHANNEL, openWorkspace, setUpTeam, startOn, viewer } from './workspace.ts'

const people = { U0BOSS: { name: '张敏' }, U0LI: { name: '李雷' } }
const SECRET = 'C0SECRET'

describe('a channel in which a guest reads along', () => {
  let slack: SlackSimulator
  let server: Server
  const start = new Date()
  const goto = (days: number, time: `${number}:${number}`) => goTo(slack, server, fromMonday(start, days, time))
  const shown = () =>
    slack
      .messages(CHANNEL)
      .filter(({ fromBot }) => fromBot)
      .map(one => slack.visibleText(one).text)
  const told = (user: string, words: RegExp) =>
    viewer(slack, user)
      .texts()
      .filter(text => words.test(text))

  beforeAll(async () => {
    slack = await openWorkspace(people)
    await slack.addUser({ id: 'U0EVE', name: 'Eve', isRestricted: true, locale: 'en-US' })
    await slack.addUser({ id: 'U0BOT', name: 'Other bot', isBot: true })
    await slack.addChannel({ id: SECRET, name: 'secret', private: true, members: ['U0LI'] })
    server = await startOn(slack, { DATA_DIR: temporaryFolder() })
    await goto(-1, '23:30')
    await setUpTeam(slack, 'U0BOSS')
    await slack.invite(CHANNEL, 'U0EVE')
    await slack.invite(CHANNEL, 'U0BOT')
    await slack.says('U0EVE', CHANNEL, 'hello everybody')
    await goto(0, '18:00')
    await slack.slash('U0LI', CHANNEL, '/report', '拜访2 签单1/8万')
    await viewer(slack, 'U0LI').sees(/日报已记下/)
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await slack.close()
  })

  test('numbers are not posted there, and managers are told privately, once, how to have them', async () => {
    const before = shown().length
    await goto(0, '19:10')
    await goto(4, '17:10')
    const note = await viewer(slack, 'U0BOSS').sees(/外人可见数字/)
    expect(note.channel).toBe(slack.direct('U0BOSS'))
    expect(shown().slice(before)).toEqual([])
    expect(told('U0BOSS', /外人可见数字/)).toHaveLength(1)
    expect(told('U0LI', /外人可见数字/)).toEqual([])
  })

  test('neither a guest nor a bot that came in is welcomed, asked for anything or missed', async () => {
    const whispers = slack.messages(CHANNEL, { as: 'U0EVE' }).filter(({ ephemeral }) => ephemeral)
    expect([...whispers, ...slack.directMessages('U0EVE'), ...slack.directMessages('U0BOT')]).toEqual([])
    expect(told('U0BOSS', /给经理/).filter(text => /Eve|Other bot/.test(text))).toEqual([])
    expect(told('U0BOSS', /给经理/).length).toBeGreaterThan(0)
  })

  test('with the setting on, they are', async () => {
    await slack.slash('U0BOSS', CHANNEL, '/settings', '外人可见数字 开')
    await goto(7, '18:00')
    await slack.slash('U0LI', CHANNEL, '/report', '拜访3 签单1/9万')
    await viewer(slack, 'U0LI').sees(/日报已记下[\s\S]*9万/)
    await goto(7, '19:10')
    await until(() => shown().some(text => /日报汇总[\s\S]*李雷/.test(text)), 'the digest is posted')
    await goto(11, '17:10')
    await until(() => shown().some(text => /榜[\s\S]*李雷/.test(text)), 'the board is posted')
  })

  test('elsewhere, where the bot is not, a command is answered with how to invite it, and a direct message works', async () => {
    await slack.slash('U0LI', SECRET, '/my')
    const answers = slack.messages(SECRET, { as: 'U0LI' }).map(one => slack.visibleText(one).text)
    expect(answers).toEqual([expect.stringContaining('/invite @bellwether')])
    await slack.tellsBot('U0LI', '我的')
    await viewer(slack, 'U0LI').sees(/累计[\s\S]*拜访 \| 3/)
  })
})
