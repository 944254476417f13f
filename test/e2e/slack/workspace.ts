import { manifestSlashes } from '../../adapters/slack/manifest-slashes.ts'
import { openSlackSimulator, type SlackSimulator } from '../../simulators/slack/index.ts'
import type { SeenMessage } from '../../simulators/slack/seeing.ts'
import type { SlackOptions } from '../../simulators/slack/settings.ts'
import { type Server, type Settings, startServer } from '../server.ts'
import { createViewer, until, type Viewer } from '../until.ts'

export const CHANNEL = 'C0SALES'

/**
 * A workspace with these people, by Slack's user id and name, and the channel in which they all are, the bot too. The app is
 * made from the manifest that is printed for it.
 */
export async function openWorkspace(
  people: Readonly<Record<string, { readonly name: string; readonly locale?: string }>>,
  options: SlackOptions = {},
): Promise<SlackSimulator> {
  const slack = await openSlackSimulator({ slashCommands: manifestSlashes(), ...options })
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

/** What somebody sees of the bot: in the channel, whispers and details in threads too, and in their direct chat. */
export function viewer(slack: SlackSimulator, user: string): Viewer<SeenMessage> {
  const messages = () =>
    [...slack.messages(CHANNEL, { as: user }), ...slack.directMessages(user)].filter(({ fromBot }) => fromBot)
  return createViewer(user, messages, message => slack.visibleText(message).text)
}
