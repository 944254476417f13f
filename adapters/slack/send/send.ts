import { z } from 'zod'
import type { Log } from '../../../src/base/log.ts'
import type { Adapter, Outgoing, Receipt } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Files } from '../../../src/platform/files.ts'
import type { Pictures } from '../../../src/platform/pictures.ts'
import type { SlackClient } from '../client.ts'
import { isRefusal } from '../errors.ts'
import type { SlackPayload } from '../render/render.ts'
import { eventType } from './find.ts'
import type { Asker, FirstAnswers } from './first-answers.ts'
import { receiptOf, standingOf, threadOf, whisperReceipt } from './receipt.ts'
import { respond } from './respond.ts'
import { createShare } from './share.ts'
import { type Post, usuallyReadyAfter, withPictures } from './show.ts'
import { createUpload } from './upload.ts'

export interface SenderParts {
  readonly client: SlackClient
  readonly firstAnswers: FirstAnswers
  readonly pictures: Pictures
  readonly files: Files
  readonly log: Log
  /** Milliseconds between the tries to show a file that was just uploaded. */
  readonly fileReadyAfter?: readonly number[]
}

export interface Sender extends Required<Pick<Adapter<SlackPayload>, 'revise' | 'recall'>> {
  /** Every message takes the same way here, however urgent it is. */
  send(outgoing: Omit<Outgoing<SlackPayload>, 'lane'>): Promise<Receipt>
}

/** A call of the outbox waits no longer than this for its turn: it holds the conversation meanwhile. */
const patience = { patience: 5_000 }

export function createSender({
  client,
  firstAnswers,
  pictures,
  files,
  log,
  fileReadyAfter = usuallyReadyAfter,
}: SenderParts): Sender {
  const upload = createUpload({ client, pictures, log })
  const share = createShare({ client, files, log })
  const show = <T>(payload: SlackPayload, key: string, post: Post<T>) =>
    withPictures({ upload, log, fileReadyAfter }, payload, key, post)

  return {
    async send({ address, payload, key, after, progress }) {
      const thread = payload.inThread ? threadOf(after) : null
      await share(payload.files ?? [], { address, key, thread, ...(progress && { progress }) })
      if (address.kind === 'direct') return say(address.accountId, payload, key, after)
      const { channelId, whisperTo } = address
      return whisperTo === undefined
        ? say(channelId, payload, key, after)
        : whisper({ channelId, userId: whisperTo }, payload, key)
    },

    async revise(receipt, payload) {
      const { channel, ts, key } = standingOf(receipt)
      await show(payload, key, blocks =>
        client.ask('chat.update', web => web.chat.update({ channel, ts, text: payload.text, blocks }), patience),
      )
    },

    async recall(receipt) {
      const { channel, ts } = standingOf(receipt)
      await client.ask('chat.delete', web => web.chat.delete({ channel, ts }).catch(unlessGone), patience)
    },
  }

  /** In a channel, or with a person: then their id names the chat, and the answer tells its own. */
  function say(to: string, payload: SlackPayload, key: string, after: Receipt | undefined): Promise<Receipt> {
    const thread = payload.inThread ? threadOf(after) : null
    return show(payload, key, async blocks => {
      const message = {
        channel: to,
        text: payload.text,
        blocks,
        metadata: { event_type: eventType, event_payload: { key } },
        unfurl_links: false,
        unfurl_media: false,
        ...(thread !== null && { thread_ts: thread }),
      }
      const answer = posted.safeParse(
        await client.ask('chat.postMessage', web => web.chat.postMessage(message), patience),
      )
      if (!answer.success) throw new PlatformError('uncertain', 'chat.postMessage: the answer names no message')
      return receiptOf({ ...answer.data, key })
    })
  }

  function whisper(to: Asker, payload: SlackPayload, key: string): Promise<Receipt> {
    const { channelId: channel, userId: user } = to
    return show(payload, key, async blocks => {
      const message = { text: payload.text, blocks }
      if (await responded(to, message)) return whisperReceipt(channel)
      await client.ask('chat.postEphemeral', web => web.chat.postEphemeral({ channel, user, ...message }), patience)
      return whisperReceipt(channel)
    })
  }

  /** Whether it went out as an answer to a command of theirs; false when there is none that can still be answered. */
  async function responded(asker: Asker, message: object): Promise<boolean> {
    for (let url = firstAnswers.take(asker); url !== null; url = firstAnswers.take(asker)) {
      try {
        await respond(url, message)
        return true
      } catch (error) {
        if (!(error instanceof PlatformError) || error.kind !== 'reply-expired') throw error
        firstAnswers.drop(asker, url)
      }
    }
    return false
  }
}

/** What is gone already, as after a crash in the middle, is recalled. */
function unlessGone(error: unknown): void {
  if (!isRefusal(error) || error.data.error !== 'message_not_found') throw error
}

const posted = z.object({ channel: z.string(), ts: z.string() })
