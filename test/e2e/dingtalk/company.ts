import { readCard } from '../../adapters/dingtalk/card-reader.ts'
import { type DingTalkSimulator, openDingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { SeenMessage } from '../../simulators/dingtalk/seeing.ts'
import type { DingTalkOptions } from '../../simulators/dingtalk/settings.ts'
import type { Person } from '../person.ts'
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

/** Somebody who speaks to the robot by its name. */
export function person(dingtalk: DingTalkSimulator, staffId: string): Person<SeenMessage> {
  return {
    ...viewer(dingtalk, staffId),
    says: text => dingtalk.says(staffId, GROUP, `@${dingtalk.bot.name} ${text}`),
    tells: text => dingtalk.tellsBot(staffId, text),
  }
}

/** The words that the robot said to the group, oldest first. */
export function saidInGroup(dingtalk: DingTalkSimulator): readonly string[] {
  const said = dingtalk.messages(GROUP).filter(({ fromBot }) => fromBot)
  return said.map(one => dingtalk.visibleText(one).text)
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
