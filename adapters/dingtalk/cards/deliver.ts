import { z } from 'zod'
import type { Address, Lane, Receipt } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { DingTalkClient } from '../client.ts'
import type { DingTalkSettings } from '../settings.ts'
import type { CardParams } from './variables.ts'

/** A card that is to stand somewhere. */
export interface CardOrder {
  readonly address: Address
  readonly params: CardParams
  /** Whom it rings in a group, by staff id. */
  readonly atUserIds: readonly string[]
  /** The delivery's own: it is the card's name, so the same key is the same card. */
  readonly key: string
  readonly lane: Lane
}

/** Cards of the customer's template. All throw only PlatformError, and none of it `uncertain`: a card twice is one card. */
export interface Cards {
  deliver(order: CardOrder): Promise<Receipt>
  revise(receipt: Receipt, params: CardParams, lane?: Lane): Promise<void>
  /** Whether a card of this key is there; null when it is not. */
  find(key: string): Promise<Receipt | null>
}

export interface CardsParts {
  readonly settings: Pick<DingTalkSettings, 'robotCode'>
  readonly templateId: string
  readonly client: DingTalkClient
}

const create = 'v1.0/card/instances/createAndDeliver'
const change = 'v1.0/card/instances'

export function createCards({ settings: { robotCode }, templateId, client }: CardsParts): Cards {
  async function ask(method: string, body: object, lane: Lane, verb: 'POST' | 'PUT'): Promise<unknown> {
    return await client.ask(method, { verb, body, lane })
  }

  async function put(outTrackId: string, params: CardParams, lane: Lane): Promise<void> {
    const cardUpdateOptions = { updateCardDataByKey: true, updatePrivateDataByKey: true }
    await ask(change, { outTrackId, cardData: { cardParamMap: params }, cardUpdateOptions }, lane, 'PUT')
  }

  return {
    async deliver({ address, params, atUserIds, key, lane }) {
      const instance = { cardTemplateId: templateId, outTrackId: key, callbackType: 'STREAM', userIdType: 1 }
      const body = { ...instance, cardData: { cardParamMap: params }, ...spaceOf(address, robotCode, atUserIds) }
      const read = delivered.safeParse(await ask(create, body, lane, 'POST'))
      const failed = read.data?.result.deliverResults.some(({ success }) => !success) ?? false
      // The card is made and stands nowhere.
      if (failed) throw new PlatformError('unreachable', `${create}: not delivered`)
      return receiptOf(key)
    },

    async revise(receipt, params, lane = 'digest') {
      await put(keyOf(receipt), params, lane)
    },

    async find(key) {
      try {
        // Changes nothing of it.
        await put(key, {}, 'reply')
        return receiptOf(key)
      } catch (error) {
        if (error instanceof PlatformError && error.kind === 'unreachable') return null
        throw error
      }
    },
  }
}

/** An answer of another form is none of a failure. */
const delivered = z.object({
  result: z.object({ deliverResults: z.array(z.object({ success: z.boolean() })).default([]) }),
})

function spaceOf(address: Address, robotCode: string, atUserIds: readonly string[]): object {
  const model = { supportForward: false }
  if (address.kind === 'direct') {
    return {
      openSpaceId: `dtv1.card//IM_ROBOT.${address.accountId}`,
      imRobotOpenSpaceModel: model,
      imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode },
    }
  }
  // Their names stand in the text; what is asked for beside each id is shown nowhere.
  const rings = atUserIds.length === 0 ? {} : { atUserIds: Object.fromEntries(atUserIds.map(id => [id, id])) }
  return {
    openSpaceId: `dtv1.card//IM_GROUP.${address.channelId}`,
    imGroupOpenSpaceModel: model,
    imGroupOpenDeliverModel: { robotCode, ...rings },
  }
}

function receiptOf(key: string): Receipt {
  return { via: 'card', outTrackId: key }
}

const receipt = z.object({ via: z.literal('card'), outTrackId: z.string() })

function keyOf(it: Receipt): string {
  const read = receipt.safeParse(it)
  if (!read.success) throw new PlatformError('unreachable', 'only a card can be changed')
  return read.data.outTrackId
}
