import { PlatformError } from '../../../src/platform/errors.ts'
import type { Memory } from '../../../src/platform/memory.ts'
import { fromRefusal } from '../errors.ts'
import { addressOf, exchange } from '../exchange.ts'
import type { WebhookLane } from '../lanes/lane.ts'
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

/** The robots of groups that only speak. Their keys are told to nobody. */
export function createWebhookLane({ webhooks, apiUrl, memory, answerWithinMs }: WebhookLaneParts): WebhookLane {
  const onlyGroup = createOnlyGroup(memory)

  async function keyFor(chatId: string): Promise<string | null> {
    const named = webhooks.find(({ group }) => group === chatId)
    if (named !== undefined) return named.key
    const unnamed = webhooks.find(({ group }) => group === null)
    return unnamed !== undefined && (await onlyGroup.is(chatId)) ? unnamed.key : null
  }

  return {
    reaches: async chatId => (await keyFor(chatId)) !== null,
    async post(chatId, message) {
      const key = await keyFor(chatId)
      if (key === null) throw new PlatformError('unreachable', `${method}: there is no webhook for this group`)
      const url = addressOf(apiUrl, method, { key })
      const answer = await exchange({ method, url, body: message, twice: 'says', answerWithinMs })
      if (answer.errcode !== 0) throw fromRefusal(method, answer)
    },
  }
}
