import { setTimeout as sleep } from 'node:timers/promises'
import { openSlackSimulator, type SlackSimulator } from '../../simulators/slack/index.ts'
import type { SeenMessage } from '../../simulators/slack/seeing.ts'
import type { SlackOptions } from '../../simulators/slack/settings.ts'
import { roomClient } from '../room-client.ts'
import { type Server, type Settings, startServer } from '../server.ts'

export const CHANNEL = 'C0SALES'

/** A workspace with these people, by Slack's user id and name, and the channel in which they all are, the bot too. */
export async function openWorkspace(
  people: Readonly<Record<string, { readonly name: string; readonly locale?: string }>>,
  options: SlackOptions = {},
): Promise<SlackSimulator> {
  const slack = await openSlackSimulator(options)
  for (const [id, { name, locale = 'zh-CN' }] of Object.entries(people)) {
    await slack.addUser({ id, name, realName: name, tz: 'Asia/Shanghai', locale })
  }
  await slack.addChannel({ id: CHANNEL, name: 'sales', members: [...Object.keys(people), slack.bot.userId] })
  return slack
}

export function slackSettings({ botToken, appToken, apiUrl }: SlackSimulator): Settings {
  return { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl }
}

/** Bellwether on this workspace, started when it hears: as long as that, what people say would wait in vain. */
export async function startOn(slack: SlackSimulator, settings: Settings): Promise<Server> {
  const server = await startServer({ ...slackSettings(slack), ...settings })
  await until(() => slack.connectionCount >= 1, 'Bellwether connects')
  return server
}

/** A team of everybody in the channel, on workdays that no holiday changes; the one who sets it up is its admin. */
export async function setUpTeam(slack: SlackSimulator, admin: string): Promise<void> {
  await slack.slash(admin, CHANNEL, '/setup', '销售一部')
  await viewer(slack, admin).sees(/“销售一部”/)
  await slack.slash(admin, CHANNEL, '/settings', 'calendar mon-fri holidays=off')
  await viewer(slack, admin).sees(/日历|周一/)
}

/** Moves the team's time, on both sides of the wire. */
export async function goTo(slack: SlackSimulator, server: Server, to: Date): Promise<void> {
  const room = roomClient(server.base)
  await room.goTo(to)
  await follow(slack, server)
}

/** Slack's time is that of the team. */
export async function follow(slack: SlackSimulator, server: Server): Promise<void> {
  const offset = (await roomClient(server.base).now()).getTime() - Date.now()
  slack.now = () => new Date(Date.now() + offset)
}

export async function until(holds: () => boolean, what: string, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) throw new Error(`In vain: ${what}`)
    await sleep(25)
  }
}

/** What somebody sees of the bot: in the channel, whispers too, and in their direct chat. */
export interface Viewer {
  /** The words of each message, details in threads among them, oldest first. */
  texts(): readonly string[]
  /** The newest message that says this; waits for it. */
  sees(words: RegExp): Promise<SeenMessage>
}

export function viewer(slack: SlackSimulator, user: string): Viewer {
  const messages = () =>
    [...slack.messages(CHANNEL, { as: user }), ...slack.directMessages(user)].filter(({ fromBot }) => fromBot)
  const words = (message: SeenMessage) => slack.visibleText(message).text
  return {
    texts: () => messages().map(words),
    async sees(wanted) {
      const end = performance.now() + 20_000
      for (;;) {
        const found = messages().findLast(message => wanted.test(words(message)))
        if (found !== undefined) return found
        if (performance.now() > end)
          throw new Error(`${user} sees no ${wanted} in:\n${messages().map(words).join('\n--\n')}`)
        await sleep(25)
      }
    },
  }
}
