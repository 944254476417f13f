import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'
import { jsonText } from '../../shared/json.ts'
import { type Ignored, id, ignored, type Place, words } from './wire.ts'

export type CardDecoded =
  | {
      readonly kind: 'inbound'
      readonly event: InboundEvent
      /** The card on which it was pressed, by the name that we gave it. */
      readonly outTrackId: string
    }
  | Ignored

/** Numbers and switches are told as such; anything else that is neither a text nor several is left out. */
const param = z
  .union([words, z.number().transform(String), z.boolean().transform(String), z.array(words)])
  .optional()
  .catch(undefined)

const pressed = jsonText.pipe(
  z.object({
    cardPrivateData: z.object({
      actionIds: z.array(id).default([]).catch([]),
      params: z.record(z.string(), param).default({}).catch({}),
    }),
  }),
)

const callback = z.object({
  outTrackId: id,
  userId: id,
  /** 1 is a staff id; people who are known by another kind of id are not in our company. */
  userIdType: z.literal(1).default(1),
  spaceType: z.string().optional(),
  spaceId: z.string().optional(),
  content: pressed.optional().catch(undefined),
  value: pressed.optional().catch(undefined),
})

/**
 * Reads a press on one of our cards. A card's template knows its buttons by ids of its own, so the parameter `action`,
 * where a button has one, says what it does; `value` is the action's, and further parameters are what was filled in.
 *
 * @param messageId - the frame's: a press has no other id
 */
export function decodeCard(data: unknown, messageId: string): CardDecoded {
  const read = callback.safeParse(data)
  if (!read.success) return ignored('not a press on a card')
  const { outTrackId, userId, content, value: alsoContent, ...space } = read.data
  const press = (content ?? alsoContent)?.cardPrivateData
  if (press === undefined) return ignored('nothing was pressed')
  const { action, value, ...filled } = press.params
  const actionId = textOf(action) || press.actionIds[0]
  if (actionId === undefined) return ignored('no button of ours')
  const values = Object.fromEntries(
    Object.entries(filled).flatMap(([key, it]) => (it === undefined ? [] : [[key, it]])),
  )
  return {
    kind: 'inbound',
    outTrackId,
    event: {
      platform: 'dingtalk',
      eventId: messageId,
      place: placeOf(space),
      author: { accountId: userId },
      body: {
        kind: 'action',
        actionId,
        ...(typeof value === 'string' && { value }),
        ...(Object.keys(values).length > 0 && { values }),
      },
    },
  }
}

function textOf(param: string | string[] | undefined): string | undefined {
  return typeof param === 'string' ? param : undefined
}

/** A space is named either by the conversation alone or as in the address to which the card was sent. */
function placeOf({ spaceType, spaceId = '' }: { spaceType?: string | undefined; spaceId?: string | undefined }): Place {
  const channelId = spaceId.replace(/^dtv1\.card\/\/IM_GROUP\./, '')
  return spaceType === 'IM_GROUP' && id.safeParse(channelId).success ? { kind: 'group', channelId } : { kind: 'direct' }
}
