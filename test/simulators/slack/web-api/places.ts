import type { Side } from '../side.ts'
import { type Channel, type ChannelKind, directChannel, type Message, messageOf } from '../workspace.ts'
import { type Refusal, refused } from './method.ts'

/** A channel that the bot may know of: a private one only when it is in it. */
export function knownChannel({ workspace }: Side, id: string): Channel | Refusal {
  const channel = workspace.channels.get(id)
  if (channel === undefined) return refused('channel_not_found')
  const visible = channel.kind === 'channel' || channel.members.has(workspace.bot.userId)
  return visible ? channel : refused('channel_not_found')
}

/** A channel that the bot is in. */
export function joinedChannel(side: Side, id: string): Channel | Refusal {
  const channel = knownChannel(side, id)
  if ('error' in channel) return channel
  return channel.members.has(side.workspace.bot.userId) ? channel : refused('not_in_channel')
}

/** Where the bot may write; a user's id is their direct channel. */
export function writableChannel(side: Side, id: string): Channel | Refusal {
  const user = side.workspace.users.get(id)
  if (user !== undefined) return writableDirect(side, user)
  const channel = joinedChannel(side, id)
  if ('error' in channel) return channel
  return channel.archived ? refused('is_archived') : channel
}

function writableDirect({ workspace }: Side, user: { id: string; isBot: boolean }): Channel | Refusal {
  return user.isBot ? refused('cannot_dm_bot') : directChannel(workspace, user.id)
}

export function foundMessage(channel: Channel, ts: string): Message | Refusal {
  const message = messageOf(channel, ts)
  return message === undefined || message.onlyFor !== undefined ? refused('message_not_found') : message
}

const familyOf: Readonly<Record<ChannelKind, string>> = { channel: 'channels', group: 'groups', im: 'im' }

/** The scope for reading about a channel, or its history; a channel that is unknown asks for none. */
export function scopesOf(side: Side, id: string, right: 'read' | 'history'): readonly string[] {
  const channel = side.workspace.channels.get(id)
  return channel === undefined ? [] : [`${familyOf[channel.kind]}:${right}`]
}
