import type { DingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import type { WeComSimulator } from '../../simulators/wecom/index.ts'
import { GROUP as DINGTALK_GROUP } from '../dingtalk/company.ts'
import { roomClient } from '../room-client.ts'
import type { Server } from '../server.ts'
import { CHANNEL } from '../slack/workspace.ts'
import { GROUP as WECOM_GROUP } from '../wecom/corp.ts'

export const platforms = ['room', 'slack', 'dingtalk', 'wecom'] as const
export type Platform = (typeof platforms)[number]

const ROOM_GROUP = 'sales'

/** The team's group on one platform, and its people's chats with the bot. */
export interface Place {
  /** Says it to the bot in the group; true when the platform heard from us that it arrived. */
  says(account: string, text: string): Promise<boolean>
  /** Says it in the direct chat. */
  tells(account: string, text: string): Promise<boolean>
  /** What the bot said to the whole group, oldest first; details in threads are left out. */
  group(): Promise<readonly string[]>
  /** What it said to this person alone, oldest first. */
  direct(account: string): Promise<readonly string[]>
}

export function slackPlace(slack: SlackSimulator): Place {
  const words = (messages: ReturnType<typeof slack.messages>) =>
    messages
      .filter(({ fromBot, threadTs }) => fromBot && threadTs === null)
      .map(message => slack.visibleText(message).text)
  const heard = ({ deliveries }: Awaited<ReturnType<typeof slack.says>>) =>
    deliveries.length > 0 && deliveries.every(({ acked }) => acked)
  return {
    says: async (account, text) => heard(await slack.says(account, CHANNEL, `<@${slack.bot.userId}> ${text}`)),
    tells: async (account, text) => heard(await slack.tellsBot(account, text)),
    group: async () => words(slack.messages(CHANNEL)),
    async direct(account) {
      const whispers = slack.messages(CHANNEL, { as: account }).filter(({ ephemeral }) => ephemeral)
      return words([...whispers, ...slack.directMessages(account)])
    },
  }
}

export function dingtalkPlace(dingtalk: DingTalkSimulator): Place {
  const words = (messages: ReturnType<typeof dingtalk.messages>) =>
    messages.filter(({ fromBot }) => fromBot).map(message => dingtalk.visibleText(message).text)
  const { name } = dingtalk.bot
  return {
    says: async (account, text) => (await dingtalk.says(account, DINGTALK_GROUP, `@${name} ${text}`)).delivery.acked,
    tells: async (account, text) => (await dingtalk.tellsBot(account, text)).delivery.acked,
    group: async () => words(dingtalk.messages(DINGTALK_GROUP)),
    direct: async account => words(dingtalk.directMessages(account)),
  }
}

/** Nothing acknowledges what the bot hears but an answer, and it never comes again. */
export function wecomPlace(wecom: WeComSimulator): Place {
  const words = (messages: ReturnType<typeof wecom.messages>) =>
    messages.filter(({ author }) => author === '').map(({ visible }) => visible.text)
  const { name } = wecom.bot
  const waitMs = 5_000
  return {
    says: async (account, text) => (await wecom.says(account, WECOM_GROUP, `@${name} ${text}`, { waitMs })).answered,
    tells: async (account, text) => (await wecom.tellsBot(account, text, { waitMs })).answered,
    group: async () => words(wecom.messages(WECOM_GROUP)),
    direct: async account => words(wecom.directMessages(account)),
  }
}

/** `server` is the one of the moment. */
export function roomPlace(server: () => Server): Place {
  const room = () => roomClient(server().base)
  const say = async (as: string, channel: string, text: string) =>
    (await room().post('messages', { as, channel, text })).status === 202
  const words = async (channel: string, viewer?: string) =>
    (await room().messages(channel, viewer)).filter(({ from, recalled }) => from === 'bot' && !recalled)
  return {
    says: (account, text) => say(account, ROOM_GROUP, `@bot ${text}`),
    tells: (account, text) => say(account, 'dm', text),
    group: async () => (await words(ROOM_GROUP)).filter(({ to }) => to === undefined).map(({ text }) => text),
    async direct(account) {
      const whispers = (await words(ROOM_GROUP, account)).filter(({ to }) => to === account)
      return [...whispers, ...(await words(`dm:${account}`, account))].map(({ text }) => text)
    },
  }
}
