import { z } from 'zod'
import type { Json } from '../../shared/json.ts'
import type { Side } from '../side.ts'
import { messageObject } from '../wire/message.ts'
import type { Channel, Message } from '../workspace.ts'
import { flag, text, ts } from './arguments.ts'
import { type Answer, type Method, method, refused } from './method.ts'
import { pageArguments, pageOf } from './pages.ts'
import { joinedChannel, scopesOf } from './places.ts'

const moment = z.union([ts, text.regex(/^\d+(\.\d+)?$/)])
const span = {
  ...pageArguments,
  oldest: moment.optional(),
  latest: moment.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
}

const history = method({
  takes: z.strictObject({ channel: text, ...span }),
  rate: 3,
  needs: ({ channel }, side) => scopesOf(side, channel, 'history'),
  run(given, side) {
    const channel = joinedChannel(side, given.channel)
    if ('error' in channel) return channel
    const shown = channel.messages.filter(message => isInChannel(message) && isWithin(message, given)).toReversed()
    return answer(side, channel, shown, given)
  },
})

const replies = method({
  takes: z.strictObject({ channel: text, ts, ...span }),
  rate: 3,
  needs: ({ channel }, side) => scopesOf(side, channel, 'history'),
  run(given, side) {
    const channel = joinedChannel(side, given.channel)
    if ('error' in channel) return channel
    const thread = channel.messages.filter(
      ({ ts: at, threadTs, onlyFor }) => onlyFor === undefined && (at === given.ts || threadTs === given.ts),
    )
    if (thread.length === 0) return refused('thread_not_found')
    // The parent is always there, whatever span was asked for.
    const shown = thread.filter(message => message.ts === given.ts || isWithin(message, given))
    return answer(side, channel, shown, given)
  },
})

type Span = z.infer<z.ZodObject<typeof span>>

function answer(side: Side, channel: Channel, shown: readonly Message[], asked: Span): Answer {
  const page = pageOf(side, shown, asked)
  if ('error' in page) return page
  const metadata = asked.include_all_metadata ?? false
  const messages = page.items.map(message => ({
    ...messageObject(message, side.workspace, { metadata }),
    ...replyCount(channel, message),
  }))
  return { ok: true, messages, has_more: page.more, response_metadata: page.response_metadata }
}

function replyCount(channel: Channel, { ts: parent }: Message): Json {
  const answers = channel.messages.filter(({ threadTs, onlyFor }) => threadTs === parent && onlyFor === undefined)
  const latest = answers.at(-1)
  return latest === undefined ? {} : { thread_ts: parent, reply_count: answers.length, latest_reply: latest.ts }
}

function isInChannel({ onlyFor, threadTs, broadcast }: Message): boolean {
  return onlyFor === undefined && (threadTs === undefined || broadcast)
}

function isWithin({ ts: at }: Message, { oldest = '0', latest = '9999999999', inclusive = false }: Span): boolean {
  const [here, from, to] = [Number(at), Number(oldest), Number(latest)]
  return inclusive ? here >= from && here <= to : here > from && here < to
}

export const historyMethods: Readonly<Record<string, Method>> = {
  'conversations.history': history,
  'conversations.replies': replies,
}
