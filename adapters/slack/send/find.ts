import { z } from 'zod'
import type { Adapter, Receipt } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { SlackClient } from '../client.ts'
import { channelOf } from './channel-of.ts'
import { receiptOf, threadOf } from './receipt.ts'

/** By this our posts are told from others that carry metadata. */
export const eventType = 'bellwether_delivery'

/** Our clock and Slack's need not agree. */
const clockSkew = 60_000

/** So much is looked through, which is some hours of a busy channel; what was said longer ago stays unknown. */
const pages = 5
const perPage = 200

/** The outbox holds the conversation meanwhile, so no call waits long and all of them end in time. */
const patience = { patience: 4_000 }
const longest = 20_000

const page = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z.object({ event_type: z.string().optional(), event_payload: z.unknown() }).optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

const payloadKey = z.object({ key: z.string() })

export type Find = NonNullable<Adapter['find']>

type Page = z.infer<typeof page>
type Turner = (at: { cursor?: string; limit: number; oldest: string }) => Promise<unknown>

/** Looks for a delivery's key in what was said where it would be: in the channel, and in the thread that it continues. */
export function createFind({ client }: { readonly client: SlackClient }): Find {
  const all = { include_all_metadata: true, inclusive: true }

  return async ({ address, key, since, after }) => {
    const until = performance.now() + longest
    const channel = await channelOf(client, address)
    const oldest = String((since.getTime() - clockSkew) / 1000)
    const history: Turner = at =>
      client.ask('conversations.history', web => web.conversations.history({ channel, ...all, ...at }), patience)
    const ts = await search(history, key, oldest, until)
    const thread = threadOf(after)
    if (ts !== null || thread === null) return foundAt(channel, ts, key)
    const replies: Turner = at =>
      client.ask(
        'conversations.replies',
        web => web.conversations.replies({ channel, ts: thread, ...all, ...at }),
        patience,
      )
    return foundAt(channel, await search(replies, key, oldest, until), key)
  }
}

function foundAt(channel: string, ts: string | null, key: string): Receipt | null {
  return ts === null ? null : receiptOf({ channel, ts, key })
}

/** The `ts` of the message with this key, or null when all was looked through and it is not there. */
async function search(turn: Turner, key: string, oldest: string, until: number): Promise<string | null> {
  let cursor: string | undefined
  for (let turned = 0; turned < pages; turned++) {
    if (performance.now() > until) throw new PlatformError('unavailable', 'looking for a message takes too long')
    const at = { limit: perPage, oldest, ...(cursor !== undefined && { cursor }) }
    const { messages, response_metadata } = pageOf(await turn(at))
    const found = messages.find(message => keyOf(message) === key)
    if (found !== undefined) return found.ts
    cursor = response_metadata?.next_cursor
    if (cursor === undefined || cursor === '') return null
  }
  throw new PlatformError('unreachable', 'too much was said since to find it')
}

function pageOf(answer: unknown): Page {
  const read = page.safeParse(answer)
  if (!read.success) throw new PlatformError('unavailable', 'a page of what was said cannot be read')
  return read.data
}

function keyOf({ metadata }: Page['messages'][number]): string | undefined {
  if (metadata?.event_type !== eventType) return undefined
  return payloadKey.safeParse(metadata.event_payload).data?.key
}
