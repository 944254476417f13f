import type { DingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import type { WeComSimulator } from '../../simulators/wecom/index.ts'
import type { WeComOptions } from '../../simulators/wecom/settings.ts'
import * as company from '../dingtalk/company.ts'
import { furnishedFolder } from '../furnish.ts'
import { roomClient } from '../room-client.ts'
import { type Server, startServer } from '../server.ts'
import * as workspace from '../slack/workspace.ts'
import { until } from '../until.ts'
import * as corp from '../wecom/corp.ts'
import { dingtalkPlace, type Place, type Platform, roomPlace, slackPlace, wecomPlace } from './places.ts'

/** Somebody's accounts, at least one. */
export type Accounts = Readonly<Partial<Record<Platform, string>>>

/** A company that is on Slack, DingTalk and WeCom at once, and in the Room. */
export interface World extends AsyncDisposable {
  readonly slack: SlackSimulator
  readonly dingtalk: DingTalkSimulator
  readonly wecom: WeComSimulator
  readonly dataDir: string
  /** The process of the moment. */
  readonly server: Server
  readonly places: Readonly<Record<Platform, Place>>
  /** Starts a process; resolves when it hears on every platform. */
  start(): Promise<void>
  /** Moves the team's time, on both sides of every wire. */
  goTo(to: Date): Promise<void>
  /** Every platform's time is that of the team. */
  follow(): Promise<void>
}

/** By name. */
export async function openWorld(
  people: Readonly<Record<string, Accounts>>,
  options: { readonly wecom?: WeComOptions } = {},
): Promise<World> {
  const on = (platform: Platform) =>
    Object.entries(people).flatMap(([name, accounts]) => {
      const account = accounts[platform]
      return account === undefined ? [] : [[account, name] as const]
    })
  const slack = await workspace.openWorkspace(Object.fromEntries(on('slack').map(([id, name]) => [id, { name }])))
  const dingtalk = await company.openCompany(Object.fromEntries(on('dingtalk')))
  const wecom = await corp.openCorp(Object.fromEntries(on('wecom')), options.wecom)
  const dataDir = await furnishedFolder(Object.fromEntries(on('room')))
  const settings = {
    DATA_DIR: dataDir,
    ...workspace.slackSettings(slack),
    ...company.dingtalkSettings(dingtalk),
    ...corp.wecomSettings(wecom),
  }
  let running: Server | null = null
  const server = (): Server => {
    if (running === null) throw new Error('nothing runs')
    return running
  }

  const world: World = {
    slack,
    dingtalk,
    wecom,
    dataDir,
    get server() {
      return server()
    },
    places: {
      slack: slackPlace(slack),
      dingtalk: dingtalkPlace(dingtalk),
      wecom: wecomPlace(wecom),
      room: roomPlace(server),
    },
    async start() {
      running = await startServer(settings)
      wecom.useCallback(`${running.base}/wecom/callback`)
      await until(() => slack.connectionCount >= 1, 'Slack is connected')
      await until(() => dingtalk.connectionCount >= 1, 'DingTalk is connected')
      await until(() => wecom.subscribed, 'WeCom is connected')
      await world.follow()
    },
    async goTo(to) {
      await roomClient(server().base).goTo(to)
      await world.follow()
    },
    async follow() {
      const offset = (await roomClient(server().base).now()).getTime() - Date.now()
      for (const side of [slack, dingtalk, wecom]) side.now = () => new Date(Date.now() + offset)
    },
    async [Symbol.asyncDispose]() {
      await running?.[Symbol.asyncDispose]()
      for (const side of [slack, dingtalk, wecom]) await side.close()
    },
  }
  return world
}
