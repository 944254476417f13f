import { openWeComSimulator, type WeComSimulator } from '../../simulators/wecom/index.ts'
import type { SeenMessage } from '../../simulators/wecom/seeing.ts'
import type { WeComOptions } from '../../simulators/wecom/settings.ts'
import { roomClient } from '../room-client.ts'
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

/** Moves the team's time, on both sides of the wire. */
export async function goTo(wecom: WeComSimulator, server: Server, to: Date): Promise<void> {
  await roomClient(server.base).goTo(to)
  await follow(wecom, server)
}

/** WeCom's time is that of the team. */
async function follow(wecom: WeComSimulator, server: Server): Promise<void> {
  const offset = (await roomClient(server.base).now()).getTime() - Date.now()
  wecom.now = () => new Date(Date.now() + offset)
}

/** What somebody sees of us: in the group, and in their chats with the bot and with the app. */
export function viewer(wecom: WeComSimulator, userId: string): Viewer<SeenMessage> {
  const messages = () =>
    [...wecom.messages(GROUP), ...wecom.directMessages(userId)].filter(({ author }) => author === '')
  return createViewer(userId, messages, one => one.visible.text)
}
