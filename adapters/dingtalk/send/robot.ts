import { z } from 'zod'
import type { Address, Lane, Receipt } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { DingTalkClient } from '../client.ts'
import { isOutside } from '../decode/wire.ts'
import type { DingTalkPayload } from '../render/payload.ts'
import { createTeller, type Told, toPeople } from './gather.ts'
import type { ByRobot } from './receipt.ts'

/** What a robot says unasked, which the company pays for with a metered call. */
export interface Robot {
  say(address: Address, payload: DingTalkPayload, lane: Lane): Promise<Receipt>
  /** Sends a file that was uploaded. */
  hand(address: Address, file: RobotFile, lane: Lane): Promise<void>
  recall(message: ByRobot): Promise<void>
}

export interface RobotFile {
  readonly mediaId: string
  readonly fileName: string
  /** The ending of its name. */
  readonly fileType: string
}

const sent = z.object({ processQueryKey: z.string().min(1).optional().catch(undefined) })
const recalled = z.object({ successResult: z.array(z.string()).nullish().catch(undefined) })

const toGroup = 'v1.0/robot/groupMessages/send'
const fromGroup = 'v1.0/robot/groupMessages/recall'
const fromPeople = 'v1.0/robot/otoMessages/batchRecall'

/** When DingTalk holds somebody's messages back and does not say for how long. */
const heldBackForMs = 60_000

export function createRobot(client: DingTalkClient, robotCode: string): Robot {
  const tell = createTeller(client, robotCode)

  async function sayInGroup(openConversationId: string, message: object, lane: Lane): Promise<Receipt> {
    const answer = await client.ask(toGroup, { body: { robotCode, openConversationId, ...message }, lane })
    return receiptOf(sent.parse(answer), { conversationId: openConversationId })
  }

  async function sayTo(staffId: string, message: object, lane: Lane): Promise<Receipt> {
    if (isOutside(staffId)) throw new PlatformError('unreachable', `${toPeople}: not of this company`)
    const { outcome, processQueryKey } = await tell(staffId, message, lane)
    if (outcome === 'nobody') throw new PlatformError('unreachable', `${toPeople}: nobody there`)
    if (outcome === 'held back')
      throw new PlatformError('rate-limited', `${toPeople}: flow control`, { retryAfterMs: heldBackForMs })
    return receiptOf({ processQueryKey }, {})
  }

  async function send(address: Address, message: object, lane: Lane): Promise<Receipt> {
    if (address.kind === 'group') return await sayInGroup(address.channelId, message, lane)
    return await sayTo(address.accountId, message, lane)
  }

  return {
    async say(address, payload, lane) {
      return await send(address, messageOf(payload), lane)
    },

    async hand(address, file, lane) {
      await send(address, { msgKey: 'sampleFile', msgParam: JSON.stringify(file) }, lane)
    },

    async recall({ processQueryKey, conversationId }) {
      const keys = { robotCode, processQueryKeys: [processQueryKey] }
      const answer =
        conversationId === undefined
          ? await client.ask(fromPeople, { body: keys })
          : await client.ask(fromGroup, { body: { ...keys, openConversationId: conversationId } })
      if (!recalled.parse(answer).successResult?.includes(processQueryKey))
        throw new PlatformError('unreachable', 'recall: DingTalk does not take this message back any more')
    },
  }
}

/** A message that was taken without a key cannot be recalled; said again it would be there twice. */
function receiptOf({ processQueryKey }: Pick<Told, 'processQueryKey'>, place: Receipt): Receipt {
  return { via: 'robot', ...place, ...(processQueryKey !== undefined && { processQueryKey }) }
}

function messageOf({ title, markdown, bare }: DingTalkPayload): object {
  return bare
    ? { msgKey: 'sampleText', msgParam: JSON.stringify({ content: markdown }) }
    : { msgKey: 'sampleMarkdown', msgParam: JSON.stringify({ title, text: markdown }) }
}
