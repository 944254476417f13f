import { App, type Logger, LogLevel } from '@slack/bolt'
import { SocketModeClient } from '@slack/socket-mode'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { onTestFinished } from 'vitest'
import { openSlackSimulator, type SlackSimulator } from './slack/index.ts'
import type { SlackOptions } from './slack/settings.ts'

export const sales = 'C0SALES'
export const lead = 'U0LEAD'
export const rep = 'U0REP'

/** As `buildSales`; its end, after the test, fails what Slack would have refused. */
export async function openSales(options?: SlackOptions): Promise<SlackSimulator> {
  const slack = await buildSales(options)
  onTestFinished(slack.close)
  return slack
}

/** A simulator with two people and the bot in one channel, to be closed by who builds it. */
export async function buildSales(options: SlackOptions = {}): Promise<SlackSimulator> {
  const slack = await openSlackSimulator({ slashCommands: ['/plan', '/my', '/slow'], ...options })
  slack.addUser({ id: lead, name: 'lead', realName: 'Han Meimei', locale: 'zh-CN' })
  slack.addUser({ id: rep, name: 'rep', realName: 'Li Lei' })
  slack.addChannel({ id: sales, name: 'sales', members: [lead, rep, slack.bot.userId] })
  return slack
}

/** A client that never tries again by itself, so that a test sees each answer. */
export function clientOf(slack: SlackSimulator, options: WebClientOptions = {}): WebClient {
  return new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
    ...options,
  })
}

/** A real Bolt app in Socket Mode until the test is over; `wire` gives it its listeners before it starts. */
export async function startBot(slack: SlackSimulator, wire: (app: App) => void): Promise<void> {
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl },
  })
  wire(app)
  await app.start()
  onTestFinished(async () => void (await app.stop()))
}

/** What a refused call says: Slack's word for it, and what is written beside it. */
export async function refusalOf(call: Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const outcome = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (outcome === null) throw new Error('The call was not refused')
  if (typeof outcome === 'object' && 'data' in outcome) return { ...(outcome.data as object) }
  return { ...(outcome as object) }
}

/** Failures are what these tests are about: nobody has to read of them. */
const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}

export const button = (actionId: string, value: string) => ({
  type: 'button' as const,
  action_id: actionId,
  value,
  text: { type: 'plain_text' as const, text: value },
})

export interface Heard {
  readonly type: string
  readonly body: { readonly event_id?: string; readonly event?: { readonly text?: string } }
  readonly retry_num?: number
  readonly retry_reason?: string
  ack(payload?: object): Promise<void>
}

/** A bare Socket Mode connection that acknowledges only what `onHeard` acknowledges. */
export async function connect(slack: SlackSimulator, onHeard: (heard: Heard) => unknown): Promise<SocketModeClient> {
  const client = new SocketModeClient({
    appToken: slack.appToken,
    autoReconnectEnabled: false,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  })
  client.on('slack_event', onHeard)
  await client.start()
  return client
}
