import { z } from 'zod'
import type { Clock } from '../../../src/base/clock.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { WeComClient } from '../client.ts'
import { UPLOAD_WITHIN_MS } from '../exchange.ts'
import { type AppLane, type AppReceipt, mostBytes } from '../lanes/lane.ts'
import { checkedSeconds, createRepeats } from './repeats.ts'

export interface AppLaneParts {
  readonly client: WeComClient
  readonly agentId: number
  /** Real time. */
  readonly clock: Clock
}

/** A message of which nobody knows is tried again so soon, in milliseconds, that WeCom still knows it. */
const AGAIN_AFTER_MS = 5_000

const names = z.string().optional().catch(undefined)
const sent = z.object({
  msgid: z.string().optional().catch(undefined),
  invaliduser: names,
  unlicenseduser: names,
  response_code: z.string().min(1).optional().catch(undefined),
})
const uploaded = z.object({ media_id: z.string().min(1) })

/** Direct messages of the self-built app, to everybody who may see it. */
export function createAppLane({ client, agentId, clock }: AppLaneParts): AppLane {
  const repeats = createRepeats({ clock })

  return {
    async send(userId, message, key) {
      // The names of several are parted by this, and @all is everybody.
      if (userId.includes('|') || userId === '@all') throw new PlatformError('unreachable', 'message/send: no user id')
      const checked = repeats.isAlone(userId, message, key)
      return receiptOf(userId, await say({ touser: userId, agentid: agentId, ...message }, checked))
    },

    async upload({ bytes, filename, type }, kind) {
      if (bytes.byteLength > mostBytes[kind]) throw new PlatformError('rejected', `media/upload: too large for ${kind}`)
      const body = new FormData()
      body.set('media', new Blob([new Uint8Array(bytes)], { type }), filename)
      const call = { query: { type: kind }, body, twice: 'nothing', answerWithinMs: UPLOAD_WITHIN_MS } as const
      const answer = await client.ask('media/upload', call)
      const read = uploaded.safeParse(answer)
      if (!read.success) throw new PlatformError('unavailable', 'media/upload: the answer names no file')
      return read.data.media_id
    },

    async recall(messageId) {
      if (messageId === '') throw new PlatformError('unreachable', 'message/recall: the message has no id')
      try {
        await client.ask('message/recall', { body: { msgid: messageId }, twice: 'nothing' })
      } catch (error) {
        if (!(error instanceof PlatformError) || error.kind !== 'rejected') throw error
        throw new PlatformError('unreachable', error.message, { cause: error })
      }
    },
  }

  async function say(message: object, checked: boolean): Promise<unknown> {
    const check = { enable_duplicate_check: 1, duplicate_check_interval: checkedSeconds }
    try {
      return await client.ask('message/send', { body: checked ? { ...message, ...check } : message, twice: 'says' })
    } catch (error) {
      if (!checked || !(error instanceof PlatformError) || error.kind !== 'uncertain') throw error
      throw new PlatformError('unavailable', error.message, { cause: error, retryAfterMs: AGAIN_AFTER_MS })
    }
  }
}

/** It is said to all whom WeCom does not name as unreached; here that is one, or nobody. */
function receiptOf(userId: string, answer: unknown): AppReceipt {
  const { msgid = '', invaliduser, unlicenseduser, response_code } = sent.parse(answer)
  const unreached = [invaliduser, unlicenseduser].flatMap(list => list?.split('|') ?? [])
  // WeCom does not tell large and small letters of a user id apart.
  if (unreached.some(name => name.toLowerCase() === userId.toLowerCase()))
    throw new PlatformError('unreachable', 'message/send: they are not there, or may not see the app')
  return { messageId: msgid, ...(response_code !== undefined && { responseCode: response_code }) }
}
