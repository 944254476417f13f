import type { AppsManifestCreateArguments } from '@slack/web-api'
import type { Words } from '../../../src/base/words.ts'

type Wanted = AppsManifestCreateArguments['manifest']
export type BotScope = NonNullable<NonNullable<NonNullable<Wanted['oauth_config']>['scopes']>['bot']>[number]
export type BotEvent = NonNullable<
  NonNullable<NonNullable<Wanted['settings']>['event_subscriptions']>['bot_events']
>[number]

/** A permission that we ask for, and what does not work without it. */
export interface NeededScope {
  readonly scope: BotScope
  readonly without: Words
}

/** Everything that the bot may do, and nothing that it has no use for. */
export const neededScopes: readonly NeededScope[] = [
  {
    scope: 'commands',
    without: { zh: '斜杠命令和消息快捷方式不可用', en: 'there are no slash commands and no message shortcuts' },
  },
  { scope: 'chat:write', without: { zh: '什么也发不出去', en: 'nothing can be said at all' } },
  {
    scope: 'app_mentions:read',
    without: { zh: '听不到 @机器人 的话', en: 'mentions of the bot are not heard' },
  },
  {
    scope: 'channels:history',
    without: {
      zh: '公开频道里只听得到 @机器人 的话，断线期间的也补不回来',
      en: 'in public channels only mentions are heard, and what was missed is not fetched',
    },
  },
  {
    scope: 'groups:history',
    without: {
      zh: '私有频道里只听得到 @机器人 的话，断线期间的也补不回来',
      en: 'in private channels only mentions are heard, and what was missed is not fetched',
    },
  },
  { scope: 'im:history', without: { zh: '听不到私聊', en: 'direct messages are not heard' } },
  { scope: 'mpim:history', without: { zh: '听不到多人私聊', en: 'group direct messages are not heard' } },
  {
    scope: 'channels:read',
    without: {
      zh: '不知道公开频道的名字、成员和是否有外部人员',
      en: 'the name of a public channel, who is in it and whether it has externals stay unknown',
    },
  },
  {
    scope: 'groups:read',
    without: {
      zh: '不知道私有频道的名字、成员和是否有外部人员',
      en: 'the name of a private channel, who is in it and whether it has externals stay unknown',
    },
  },
  {
    scope: 'mpim:read',
    without: { zh: '不知道多人私聊里有谁', en: 'who is in a group direct message stays unknown' },
  },
  {
    scope: 'im:write',
    without: {
      zh: '私聊发送中断后，查不到是否已送达',
      en: 'after an interrupted direct message nobody can look whether it arrived',
    },
  },
  {
    scope: 'users:read',
    without: {
      zh: '不知道成员的姓名、时区、语言、电话和是否离职',
      en: 'the names, zones, languages and phones of members, and who has left, stay unknown',
    },
  },
  {
    scope: 'files:read',
    without: {
      zh: '私聊发给机器人的文件取不到，不能随通知发出',
      en: 'a file handed to the bot cannot be fetched, so it cannot go out with a notice',
    },
  },
  { scope: 'files:write', without: { zh: '发不出图片', en: 'no picture can be sent' } },
  {
    scope: 'metadata.message:read',
    without: {
      zh: '发送中断后认不出已经发出的消息，可能重复',
      en: 'after an interruption a message that was sent is not recognised, so it may come twice',
    },
  },
]

/** What the App-Level Token needs to open a connection. */
export const connectionScope = 'connections:write'

/** What Slack is asked to tell us. */
export const wantedEvents: readonly BotEvent[] = [
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'app_mention',
  'app_home_opened',
  'member_joined_channel',
  'member_left_channel',
  'team_join',
  'user_change',
  'channel_rename',
  'channel_archive',
  'channel_unarchive',
  'channel_deleted',
  'channel_left',
  'channel_id_changed',
  'channel_shared',
  'channel_unshared',
  'group_rename',
  'group_archive',
  'group_unarchive',
  'group_deleted',
  'group_left',
  'app_uninstalled',
  'tokens_revoked',
]
