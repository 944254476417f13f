import type { Delivery } from './link.ts'
import type { Side } from './side.ts'
import { nextTs, tsAt } from './timestamps.ts'
import { tell } from './wire/event.ts'
import { messageEvent, messageObject } from './wire/message.ts'
import type { Channel, Message } from './workspace.ts'

export type NewMessage = Pick<Message, 'user' | 'text'> &
  Partial<Pick<Message, 'blocks' | 'threadTs' | 'broadcast' | 'metadata' | 'files' | 'onlyFor' | 'botId' | 'subtype'>>

/** Puts a message where people see it; nobody is told yet. */
export function put(side: Side, channel: Channel, given: NewMessage): Message {
  const ts = nextTs(channel, side.now())
  const usual = { blocks: [], broadcast: false, files: [], reactions: new Set<string>() }
  const message: Message = { ts, channel: channel.id, ...usual, ...given }
  channel.messages.push(message)
  return message
}

/** The bot says it: the app hears its own words too, as in Slack. */
export function putByBot(side: Side, channel: Channel, given: Omit<NewMessage, 'user' | 'botId'>): Message {
  const { bot } = side.workspace
  const message = put(side, channel, { ...given, user: bot.userId, botId: bot.botId })
  if (hearsOf(side, channel, message, bot.userId))
    void tell(side, messageEvent(message, channel, side.workspace), channel)
  return message
}

/** Whispers are no events, nor is what happens where the bot is not; its own doings only where it hears itself. */
function hearsOf({ workspace: { bot }, settings }: Side, channel: Channel, message: Message, by: string): boolean {
  const audible = message.onlyFor === undefined && channel.members.has(bot.userId)
  return audible && (settings.echoes || by !== bot.userId)
}

const untold: Delivery = { acked: false, reason: 'not_subscribed', attempts: 0 }

export type Change = Partial<Pick<Message, 'text' | 'blocks' | 'metadata'>>

/** Changes a message and tells the app; `by` is who changed it. */
export async function change(
  side: Side,
  channel: Channel,
  message: Message,
  by: string,
  changed: Change,
): Promise<Delivery> {
  const previous_message = messageObject(message, side.workspace)
  const ts = tsAt(side.now())
  Object.assign(message, changed)
  message.edited = { user: by, ts }
  if (!hearsOf(side, channel, message, by)) return untold
  const event = { type: 'message', subtype: 'message_changed', message: messageObject(message, side.workspace) }
  return tellOfChange(side, channel, { ...event, previous_message })
}

/** Takes a message away and tells the app; `by` is who took it. */
export async function remove(side: Side, channel: Channel, message: Message, by: string): Promise<Delivery> {
  channel.messages.splice(channel.messages.indexOf(message), 1)
  if (!hearsOf(side, channel, message, by)) return untold
  const previous_message = messageObject(message, side.workspace)
  const event = { type: 'message', subtype: 'message_deleted', previous_message, deleted_ts: message.ts }
  return tellOfChange(side, channel, event)
}

async function tellOfChange(side: Side, channel: Channel, event: object): Promise<Delivery> {
  const ts = nextTs(channel, side.now())
  const place = { channel: channel.id, channel_type: channel.kind, hidden: true, ts, event_ts: ts }
  return tell(side, { ...event, ...place }, channel)
}
