import { z } from 'zod'
import { type Card, directPlace, findPerson, type Place } from '../company.ts'
import { putByBot } from '../posting.ts'
import type { Side } from '../side.ts'
import { type Method, method, mistaken, type Refusal, refused } from './method.ts'
import { isRefusal } from './robot-content.ts'

const mostParamBytes = 1_024
const perSecond = 40
const needs = 'Card.Instance.Write'
const supportForward = z.strictObject({ supportForward: z.boolean() })

/** A card's values: strings, each of at most a kilobyte. */
export const cardData = z.strictObject({
  cardParamMap: z.record(
    z.string(),
    z.string().refine(value => Buffer.byteLength(value) <= mostParamBytes, 'A value has more than 1 KB'),
  ),
})
const privateData = z.record(z.string(), cardData)

const createAndDeliver = method({
  takes: z.strictObject({
    cardTemplateId: z.string(),
    outTrackId: z.string().min(1),
    callbackType: z.enum(['STREAM', 'HTTP']).optional(),
    cardData,
    privateData: privateData.optional(),
    openSpaceId: z.string(),
    userIdType: z.literal(1).optional(),
    imGroupOpenSpaceModel: supportForward.optional(),
    imGroupOpenDeliverModel: z
      .strictObject({
        robotCode: z.string(),
        atUserIds: z.record(z.string(), z.string()).optional(),
        recipients: z.array(z.string()).optional(),
      })
      .optional(),
    imRobotOpenSpaceModel: supportForward.optional(),
    imRobotOpenDeliverModel: z
      .strictObject({ spaceType: z.literal('IM_ROBOT'), robotCode: z.string().optional() })
      .optional(),
  }),
  metered: true,
  perSecond,
  needs,
  run(given, side) {
    const { outTrackId, cardTemplateId: templateId, callbackType } = given
    const known = side.company.cards.get(outTrackId)
    if (known !== undefined) return delivered(known)
    if (!side.settings.cardTemplates.includes(templateId)) return refused('unknown', `No template ${templateId}`)
    const place = spaceOf(side, given.openSpaceId, given)
    if (isRefusal(place)) return place
    const params = given.cardData.cardParamMap
    const card: Card = {
      ...{ outTrackId, templateId, place, params, callsBack: callbackType === 'STREAM' },
      privateParams: new Map(Object.entries(given.privateData ?? {}).map(([id, data]) => [id, data.cardParamMap])),
    }
    side.company.cards.set(outTrackId, card)
    const mentions = Object.keys(given.imGroupOpenDeliverModel?.atUserIds ?? {})
    putByBot(side, place, { kind: 'card', text: '', outTrackId, mentions })
    return delivered(card)
  },
})

const update = method({
  takes: z.strictObject({
    outTrackId: z.string(),
    cardData: cardData.optional(),
    privateData: privateData.optional(),
    userIdType: z.literal(1).optional(),
    cardUpdateOptions: z
      .strictObject({ updateCardDataByKey: z.boolean().optional(), updatePrivateDataByKey: z.boolean().optional() })
      .optional(),
  }),
  metered: true,
  perSecond,
  needs,
  run({ outTrackId, cardData: shared, privateData: own = {}, cardUpdateOptions: options = {} }, side) {
    const card = side.company.cards.get(outTrackId)
    if (card === undefined) return refused('unknown', `There is no card ${outTrackId}`)
    if (shared !== undefined) changeCard(card, shared.cardParamMap, options.updateCardDataByKey ?? false)
    for (const [id, { cardParamMap }] of Object.entries(own)) {
      const before = options.updatePrivateDataByKey === true ? card.privateParams.get(id) : {}
      card.privateParams.set(id, { ...before, ...cardParamMap })
    }
    return { answer: { success: true, result: true } }
  },
})

/** By key only those are changed that are named; otherwise everything else is gone. */
export function changeCard(card: Card, params: Readonly<Record<string, string>>, byKey: boolean): void {
  card.params = byKey ? { ...card.params, ...params } : params
}

interface Models {
  readonly imGroupOpenDeliverModel?: { readonly robotCode: string } | undefined
  readonly imRobotOpenDeliverModel?: object | undefined
}

function spaceOf({ company, settings }: Side, openSpaceId: string, models: Models): Place | Refusal {
  const [, kind, id = ''] = /^dtv1\.card\/\/(IM_GROUP|IM_ROBOT)\.(.+)$/.exec(openSpaceId) ?? []
  if (kind === undefined) return mistaken(`openSpaceId ${openSpaceId} is none`)
  if (kind === 'IM_ROBOT') {
    if (models.imRobotOpenDeliverModel === undefined) return mistaken('imRobotOpenDeliverModel is missing')
    const person = findPerson(company, id)
    return person?.active === true ? directPlace(company, person) : refused('unknown', `There is nobody ${id}`)
  }
  if (models.imGroupOpenDeliverModel?.robotCode !== settings.clientId) return mistaken('robotCode is missing or wrong')
  const group = company.places.get(id)
  const isThere = group?.kind === 'group' && group.members.has(company.bot.dingtalkId)
  return isThere ? group : refused('unknown', 'The conversation does not exist or has no such robot')
}

function delivered({ outTrackId, place }: Card) {
  const spaceType = place.kind === 'group' ? 'IM_GROUP' : 'IM_ROBOT'
  const deliverResults = [{ spaceId: place.conversationId, spaceType, success: true, errorMsg: '' }]
  return { answer: { success: true, result: { outTrackId, deliverResults } } }
}

export const cardMethods: Readonly<Record<string, Method>> = {
  'POST /v1.0/card/instances/createAndDeliver': createAndDeliver,
  'PUT /v1.0/card/instances': update,
}
