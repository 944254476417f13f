import { openWeComSimulator, type WeComSimulator } from '../../simulators/wecom/index.ts'
import type { SeenMessage } from '../../simulators/wecom/seeing.ts'
import type { WeComOptions } from '../../simulators/wecom/settings.ts'
import type { Person } from '../person.ts'
import { type Server, type Settings, startServer } from '../server.ts'
import { createViewer, until, type Viewer } from '../until.ts'

export const GROUP = 'wrSALES'
const KEY = 'hook-of-the-sales-group'

/** A company with these people, by user id and name, and the group in which they all are, with the bot and a webhook. */
export async function openCorp(
  people: Readonly<Record<string, string>>,
  options: WeComOptions = {},
): Promise<WeComSimulator> {
  const wecom = await openWeComSimulator(options)
  for (const [userId, name] of Object.entries(people)) wecom.addPerson({ userId, name })
  wecom.addGroup({ chatId: GROUP, name: '销售一部', members: Object.keys(people) })
  wecom.addWebhook(GROUP, KEY)
  return wecom
}

/** All three lanes. */
export function wecomSettings({ apiUrl, wsUrl, corpId, bot, app }: WeComSimulator): Settings {
  return {
    WECOM_BOT_ID: bot.botId,
    WECOM_BOT_SECRET: bot.secret,
    WECOM_BOT_NAME: bot.name,
    WECOM_WS_URL: wsUrl,
    WECOM_WEBHOOK_KEY: `${GROUP}=${KEY}`,
    WECOM_CORP_ID: corpId,
    WECOM_AGENT_ID: String(app.agentId),
    WECOM_APP_SECRET: app.secret,
    WECOM_CALLBACK_TOKEN: app.callback.token,
    WECOM_CALLBACK_AES_KEY: app.callback.aesKey,
    WECOM_API_URL: apiUrl,
  }
}

/** Bellwether in this company, started when it hears. */
export async function startOn(wecom: WeComSimulator, settings: Settings): Promise<Server> {
  const server = await startServer({ ...wecomSettings(wecom), ...settings })
  wecom.useCallback(`${server.base}/wecom/callback`)
  await until(() => wecom.subscribed, 'Bellwether connects')
  return server
}

/** Somebody who speaks to the bot by its name. */
export function person(wecom: WeComSimulator, userId: string): Person<SeenMessage> {
  return {
    ...viewer(wecom, userId),
    says: text => wecom.says(userId, GROUP, `@${wecom.bot.name} ${text}`),
    tells: text => wecom.tellsBot(userId, text),
  }
}

/** The words that we said to the group, oldest first. */
export function saidInGroup(wecom: WeComSimulator): readonly string[] {
  return wecom
    .messages(GROUP)
    .filter(({ author }) => author === '')
    .map(({ visible }) => visible.text)
}

/** What somebody sees of us: in the group, and in their chats with the bot and with the app. */
export function viewer(wecom: WeComSimulator, userId: string): Viewer<SeenMessage> {
  const messages = () =>
    [...wecom.messages(GROUP), ...wecom.directMessages(userId)].filter(({ author }) => author === '')
  return createViewer(userId, messages, one => one.visible.text)
}
