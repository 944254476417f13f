import { z } from 'zod'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Memory } from '../../../src/platform/memory.ts'
import { fromRefusal } from '../errors.ts'
import { addressOf, exchange, UPLOAD_WITHIN_MS } from '../exchange.ts'
import { mostBytes, type WebhookLane } from '../lanes/lane.ts'
import type { Webhook } from '../webhook-keys.ts'
import { createOnlyGroup } from './only-group.ts'

export interface WebhookLaneParts {
  readonly webhooks: readonly Webhook[]
  /** Without a slash at its end. */
  readonly apiUrl: string
  readonly memory: Memory
  readonly answerWithinMs?: number
}

const method = 'webhook/send'
const bringing = 'webhook/upload_media'
const uploaded = z.object({ media_id: z.string().min(1) })

/** The robots of groups that only speak. Their keys are told to nobody. */
export function createWebhookLane({ webhooks, apiUrl, memory, answerWithinMs }: WebhookLaneParts): WebhookLane {
  const onlyGroup = createOnlyGroup(memory)

  async function keyFor(chatId: string): Promise<string | null> {
    const named = webhooks.find(({ group }) => group === chatId)
    if (named !== undefined) return named.key
    const unnamed = webhooks.find(({ group }) => group === null)
    return unnamed !== undefined && (await onlyGroup.is(chatId)) ? unnamed.key : null
  }

  async function keyThere(chatId: string, called: string): Promise<string> {
    const key = await keyFor(chatId)
    if (key === null) throw new PlatformError('unreachable', `${called}: there is no webhook for this group`)
    return key
  }

  return {
    reaches: async chatId => (await keyFor(chatId)) !== null,
    async post(chatId, message) {
      const url = addressOf(apiUrl, method, { key: await keyThere(chatId, method) })
      const answer = await exchange({ method, url, body: message, twice: 'says', answerWithinMs })
      if (answer.errcode !== 0) throw fromRefusal(method, answer)
    },
    async upload(chatId, { bytes, filename, type }) {
      if (bytes.byteLength > mostBytes.file) throw new PlatformError('rejected', `${bringing}: a file too large`)
      const url = addressOf(apiUrl, bringing, { key: await keyThere(chatId, bringing), type: 'file' })
      const body = new FormData()
      body.set('media', new Blob([new Uint8Array(bytes)], { type }), filename)
      const patience = answerWithinMs ?? UPLOAD_WITHIN_MS
      const answer = await exchange({ method: bringing, url, body, twice: 'nothing', answerWithinMs: patience })
      if (answer.errcode !== 0) throw fromRefusal(bringing, answer)
      const read = uploaded.safeParse(answer)
      if (!read.success) throw new PlatformError('unavailable', `${bringing}: the answer names no file`)
      return read.data.media_id
    },
  }
}
