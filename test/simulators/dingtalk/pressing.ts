import { z } from 'zod'
import { cardData, changeCard } from './api/cards.ts'
import { type Card, personOf } from './company.ts'
import type { Side } from './side.ts'
import type { Delivery } from './stream/deliveries.ts'

const options = z.strictObject({
  updateCardDataByKey: z.boolean().optional(),
  updatePrivateDataByKey: z.boolean().optional(),
})
const answerShape = z.strictObject({
  cardUpdateOptions: options.optional(),
  cardData: cardData.optional(),
  userPrivateData: cardData.optional(),
})

/** What people do with cards. */
export function pressing(side: Side) {
  const { company, deliveries, recording } = side

  /** An answer in time changes the card; one that DingTalk cannot read is a mistake of the program. */
  function answered(card: Card, staffId: string, delivery: Delivery): void {
    if (!delivery.acked) return
    const answer = answerShape.safeParse(delivery.response)
    if (!answer.success) {
      recording.unexpected.push(`The answer to a press on ${card.outTrackId} is wrong: ${answer.error.message}`)
      return
    }
    const {
      cardData: shared,
      userPrivateData: own,
      cardUpdateOptions: { updateCardDataByKey = false } = {},
    } = answer.data
    if (shared !== undefined) changeCard(card, shared.cardParamMap, updateCardDataByKey)
    if (own !== undefined) card.privateParams.set(staffId, own.cardParamMap)
  }

  return {
    /** Resolves with what the app answered, after the card has changed by it. */
    async presses(
      staffId: string,
      outTrackId: string,
      actionId: string,
      params: Readonly<Record<string, unknown>> = {},
    ): Promise<Delivery> {
      const card = company.cards.get(outTrackId)
      if (card === undefined) throw new Error(`There is no card ${outTrackId}`)
      const { conversationId, kind, members } = card.place
      if (!members.has(personOf(company, staffId).dingtalkId)) throw new Error(`${staffId} does not see ${outTrackId}`)
      if (!card.callsBack) return { acked: false, reason: 'not_told', attempts: 0 }
      const pressed = JSON.stringify({ cardPrivateData: { actionIds: [actionId], params } })
      const delivery = await deliveries.card({
        ...{ type: 'actionCallback', outTrackId, corpId: company.corpId, userId: staffId, userIdType: 1 },
        ...{ spaceType: kind === 'group' ? 'IM_GROUP' : 'IM_ROBOT', spaceId: conversationId },
        ...{ content: pressed, value: pressed, extension: '{}' },
      })
      answered(card, staffId, delivery)
      return delivery
    },
  }
}
