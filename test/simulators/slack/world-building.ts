import type { Delivery } from './link.ts'
import type { Side } from './side.ts'
import { tsAt } from './timestamps.ts'
import { tell } from './wire/event.ts'
import { userObject } from './wire/user.ts'
import { type Channel, channelOf, createChannel, createUser, type NewUser, type User, userOf } from './workspace.ts'

export interface NewChannel {
  readonly id: string
  readonly name: string
  readonly private?: boolean
  /** The bot too, when it is among them. */
  readonly members: readonly string[]
  readonly extShared?: boolean
}

/** Changes of the workspace. Each happens at once; the promise is for the app's acknowledgement of the event. */
export function worldBuilding(side: Side) {
  const { workspace } = side

  function membership(
    type: 'member_joined_channel' | 'member_left_channel',
    channel: Channel,
    user: string,
    inviter?: string,
  ) {
    const channel_type = channel.kind === 'channel' ? 'C' : 'G'
    const by = inviter === undefined ? {} : { inviter }
    const event = { type, user, channel: channel.id, channel_type, team: workspace.teamId, ...by }
    return tell(side, { ...event, event_ts: tsAt(side.now()) }, channel)
  }

  function hasBot(channel: Channel): boolean {
    return channel.members.has(workspace.bot.userId)
  }

  return {
    addUser(given: NewUser): Promise<Delivery> {
      const user = createUser(given)
      workspace.users.set(user.id, user)
      return tell(side, { type: 'team_join', user: userObject(user, { locale: true }), event_ts: tsAt(side.now()) })
    },

    changeUser(id: string, patch: Partial<Omit<User, 'id'>>): Promise<Delivery> {
      const user = { ...userOf(workspace, id), ...patch }
      workspace.users.set(id, user)
      const event_ts = tsAt(side.now())
      return tell(side, { type: 'user_change', user: userObject(user, { locale: true }), cache_ts: 1, event_ts })
    },

    addChannel({ id, name, members, extShared = false, private: isPrivate = false }: NewChannel): Promise<Delivery> {
      for (const member of members) userOf(workspace, member)
      const channel = createChannel({ id, name, kind: isPrivate ? 'group' : 'channel', extShared })
      for (const member of members) channel.members.add(member)
      workspace.channels.set(id, channel)
      return hasBot(channel) ? membership('member_joined_channel', channel, workspace.bot.userId) : told(side, channel)
    },

    renameChannel(id: string, name: string): Promise<Delivery> {
      const channel = channelOf(workspace, id)
      channel.name = name
      const renamed = { id, name, name_normalized: name, is_channel: channel.kind === 'channel', created: 1 }
      const type = channel.kind === 'channel' ? 'channel_rename' : 'group_rename'
      return tell(side, { type, channel: renamed, event_ts: tsAt(side.now()) }, channel)
    },

    archiveChannel(id: string, by: string): Promise<Delivery> {
      const channel = channelOf(workspace, id)
      channel.archived = true
      const type = channel.kind === 'channel' ? 'channel_archive' : 'group_archive'
      return tell(side, { type, channel: id, user: by, event_ts: tsAt(side.now()) }, channel)
    },

    /** The app hears of people only where the bot is, and always of the bot itself. */
    async invite(channelId: string, user: string, inviter?: string): Promise<Delivery> {
      const channel = channelOf(workspace, channelId)
      userOf(workspace, user)
      channel.members.add(user)
      return hasBot(channel) ? membership('member_joined_channel', channel, user, inviter) : unheard
    },

    async removeFrom(channelId: string, user: string): Promise<Delivery> {
      const channel = channelOf(workspace, channelId)
      const heard = hasBot(channel)
      channel.members.delete(user)
      return heard ? membership('member_left_channel', channel, user) : unheard
    },
  }
}

const unheard: Delivery = { acked: false, reason: 'not_subscribed', attempts: 0 }

/** A new public channel is news for every app; a private one for its members alone. */
async function told(side: Side, channel: Channel): Promise<Delivery> {
  if (channel.kind !== 'channel') return unheard
  const { id, name } = channel
  const event = { type: 'channel_created', channel: { id, name, is_channel: true, created: 1 } }
  return tell(side, { ...event, event_ts: tsAt(side.now()) }, channel)
}
