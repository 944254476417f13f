import { readCard } from '../../adapters/dingtalk/card-reader.ts'
import { type DingTalkSimulator, openDingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { SeenMessage } from '../../simulators/dingtalk/seeing.ts'
import type { DingTalkOptions } from '../../simulators/dingtalk/settings.ts'
import { roomClient } from '../room-client.ts'
import { type Server, type Settings, startServer } from '../server.ts'
import { createViewer, until, type Viewer } from '../until.ts'

export const GROUP = 'cidSales=='

/** A company with these people, by staff id and name, and the group in which they all are, the robot too. */
export async function openCompany(
  people: Readonly<Record<string, string>>,
  options: DingTalkOptions = {},
): Promise<DingTalkSimulator> {
  const dingtalk = await openDingTalkSimulator(options)
  for (const [staffId, name] of Object.entries(people)) void dingtalk.addPerson({ staffId, name })
  dingtalk.addGroup({ conversationId: GROUP, title: '销售一部', members: Object.keys(people) })
  return dingtalk
}

export function dingtalkSettings({ clientId, clientSecret, apiUrl, oapiUrl }: DingTalkSimulator): Settings {
  return {
    DINGTALK_CLIENT_ID: clientId,
    DINGTALK_CLIENT_SECRET: clientSecret,
    DINGTALK_API_URL: apiUrl,
    DINGTALK_OAPI_URL: oapiUrl,
  }
}

/** Bellwether in this company, started when it hears. */
export async function startOn(dingtalk: DingTalkSimulator, settings: Settings): Promise<Server> {
  const server = await startServer({ ...dingtalkSettings(dingtalk), ...settings })
  await until(() => dingtalk.connectionCount >= 1, 'Bellwether connects')
  return server
}

/** Moves the team's time, on both sides of the wire. */
export async function goTo(dingtalk: DingTalkSimulator, server: Server, to: Date): Promise<void> {
  await roomClient(server.base).goTo(to)
  await follow(dingtalk, server)
}

/** DingTalk's time is that of the team. */
export async function follow(dingtalk: DingTalkSimulator, server: Server): Promise<void> {
  const offset = (await roomClient(server.base).now()).getTime() - Date.now()
  dingtalk.now = () => new Date(Date.now() + offset)
}

/** What somebody sees of the robot: in the group and in their direct chat. */
export function viewer(dingtalk: DingTalkSimulator, staffId: string): Viewer<SeenMessage> {
  const messages = () =>
    [...dingtalk.messages(GROUP), ...dingtalk.directMessages(staffId)].filter(({ fromBot }) => fromBot)
  return createViewer(staffId, messages, one => wordsFor(dingtalk, staffId, one))
}

/** What somebody reads of a message: on its card, with what its buttons are called, where it is one. */
export function wordsFor(dingtalk: DingTalkSimulator, staffId: string, one: SeenMessage): string {
  if (one.outTrackId === null) return dingtalk.visibleText(one).text
  const { title, text, buttons, pressed } = readCard(dingtalk.card(one.outTrackId, { as: staffId })?.params ?? {})
  return [title, text, ...buttons.map(({ label }) => `[${label}]`), pressed].filter(part => part !== '').join('\n')
}
