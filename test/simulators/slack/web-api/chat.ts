import { z } from 'zod'
import type { Json } from '../../shared/json.ts'
import { change, putByBot, remove } from '../posting.ts'
import type { Side } from '../side.ts'
import { messageObject } from '../wire/message.ts'
import { type Channel, type Message, messageOf } from '../workspace.ts'
import { flag, nested, text, ts } from './arguments.ts'
import { body } from './message-body.ts'
import { type Method, method, type Refusal, refused } from './method.ts'
import { foundMessage, joinedChannel, writableChannel } from './places.ts'

const content = {
  channel: text,
  text: text.optional(),
  blocks: nested(z.unknown()).optional(),
  parse: z.enum(['none', 'full']).optional(),
  link_names: flag.optional(),
}
const posted = { ...content, thread_ts: ts.optional(), mrkdwn: flag.optional() }
const metadata = nested(z.unknown()).optional()
const previews = { unfurl_links: flag.optional(), unfurl_media: flag.optional() }
const needs = ['chat:write']

const postMessage = method({
  takes: z.strictObject({ ...posted, ...previews, metadata, reply_broadcast: flag.optional() }),
  rate: 'message',
  needs,
  run(given, side) {
    const channel = writableChannel(side, given.channel)
    if ('error' in channel) return channel
    const said = body(side, given)
    if ('error' in said) return said
    const place = threadOf(channel, given.thread_ts)
    if ('error' in place) return place
    const message = putByBot(side, channel, { ...said, ...place, broadcast: given.reply_broadcast ?? false })
    const { ts } = message
    return { ok: true, channel: channel.id, ts, message: messageObject(message, side.workspace, { metadata: true }) }
  },
})

const postEphemeral = method({
  takes: z.strictObject({ ...posted, user: text }),
  rate: 'message',
  needs,
  run(given, side) {
    const channel = writableChannel(side, given.channel)
    if ('error' in channel) return channel
    if (!channel.members.has(given.user)) return refused('user_not_in_channel')
    const said = body(side, given)
    if ('error' in said) return said
    const place = threadOf(channel, given.thread_ts)
    if ('error' in place) return place
    return { ok: true, message_ts: putByBot(side, channel, { ...said, ...place, onlyFor: given.user }).ts }
  },
})

const update = method({
  takes: z.strictObject({ ...content, ts, metadata, reply_broadcast: flag.optional() }),
  rate: 3,
  needs,
  run(given, side) {
    const found = ownMessage(side, given.channel, given.ts, 'cant_update_message')
    if ('error' in found) return found
    const { channel, message } = found
    const said = body(side, given)
    if ('error' in said) return said
    // What is not mentioned stays; an empty list of blocks takes them away.
    const kept: Json = { ...(given.blocks === undefined ? {} : { blocks: said.blocks }), ...metadataOf(said) }
    void change(side, channel, message, side.workspace.bot.userId, { text: said.text, ...kept })
    const shown = messageObject(message, side.workspace, { metadata: true })
    return { ok: true, channel: channel.id, ts: message.ts, text: message.text, message: shown }
  },
})

const deleteMessage = method({
  takes: z.strictObject({ channel: text, ts }),
  rate: 3,
  needs,
  run(given, side) {
    const found = ownMessage(side, given.channel, given.ts, 'cant_delete_message')
    if ('error' in found) return found
    void remove(side, found.channel, found.message, side.workspace.bot.userId)
    return { ok: true, channel: found.channel.id, ts: found.message.ts }
  },
})

function metadataOf({ metadata: given }: { metadata?: Json }): Json {
  return given === undefined ? {} : { metadata: given }
}

function threadOf(channel: Channel, threadTs: string | undefined): { threadTs?: string } | Refusal {
  if (threadTs === undefined) return {}
  const parent = messageOf(channel, threadTs)
  if (parent === undefined) return refused('thread_not_found')
  return { threadTs: parent.threadTs ?? parent.ts }
}

type Own = { readonly channel: Channel; readonly message: Message }

function ownMessage(side: Side, channelId: string, at: string, otherwise: string): Own | Refusal {
  const channel = joinedChannel(side, channelId)
  if ('error' in channel) return channel
  const message = foundMessage(channel, at)
  if ('error' in message) return message
  return message.user === side.workspace.bot.userId ? { channel, message } : refused(otherwise)
}

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': deleteMessage,
}
