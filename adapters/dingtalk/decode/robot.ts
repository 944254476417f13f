import { z } from 'zod'
import type { AccountFacts, InboundEvent } from '../../../src/platform/events.ts'
import { readQuoted, readSaid } from './said.ts'
import { accountOf, type Ignored, id, ignored, moment, type Place, words } from './wire.ts'

/** An address at which DingTalk takes answers to a conversation for about ninety minutes. */
export interface Session {
  readonly conversationId: string
  readonly kind: 'group' | 'direct'
  /** Who spoke; null for people from outside. */
  readonly staffId: string | null
  readonly url: string
  readonly expiresAt: Date
}

/** A file that waits to be fetched. */
export interface Handed {
  readonly filename: string
  /** By it DingTalk gives the bytes, for a while. */
  readonly downloadCode: string
}

export type RobotDecoded =
  | {
      readonly kind: 'inbound'
      readonly event: InboundEvent
      readonly session: Session | null
      /** The staff ids of the others who were mentioned. In the text they are names. */
      readonly mentioned: readonly string[]
      /** What the event tells of and does not have yet. */
      readonly handed?: Handed
    }
  | Ignored

const handedOver = z
  .object({
    fileName: words.catch(''),
    downloadCode: z.string().min(1).max(4_000).optional().catch(undefined),
  })
  .transform(({ fileName, downloadCode }) => ({ filename: fileName.trim() || 'file', downloadCode }))

const name = words.transform(text => text.trim()).optional()
const mention = z.object({ dingtalkId: z.string().optional(), staffId: id.optional().catch(undefined) })

const message = z.object({
  msgId: id.optional(),
  msgtype: z.string(),
  text: z.unknown().optional(),
  content: z.unknown().optional(),
  createAt: moment,
  conversationId: id,
  conversationType: z.enum(['1', '2']),
  conversationTitle: name.catch(undefined),
  senderId: id,
  senderStaffId: id.or(z.literal('')).nullish(),
  senderNick: name.catch(undefined),
  chatbotUserId: z.string().optional(),
  atUsers: z.array(mention).default([]).catch([]),
  sessionWebhook: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(undefined),
  sessionWebhookExpiredTime: moment,
})

type Message = z.infer<typeof message>

/**
 * Reads what somebody said to the robot. Pure, and quiet about whatever is not for us.
 *
 * @param messageId - the frame's own; it stands in where the message has none
 */
export function decodeRobot(data: unknown, messageId: string): RobotDecoded {
  const read = message.safeParse(data)
  if (!read.success) return ignored('not a message of a person')
  const it = read.data
  if (it.senderId === it.chatbotUserId) return ignored('said by ourselves')
  const said = readSaid(it.msgtype, it)
  if (said === null) return ignored('malformed')
  const eventId = it.msgId ?? messageId
  const place = placeOf(it)
  const session = sessionOf(it)
  const common = {
    platform: 'dingtalk',
    eventId,
    place,
    author: authorOf(it),
    ...(it.createAt && { at: it.createAt.toISOString() }),
  } as const
  const mentioned = mentionedIn(it)
  const file = place.kind === 'direct' && it.msgtype === 'file' ? handedOver.safeParse(it.content).data : undefined
  if (file !== undefined) {
    const { filename, downloadCode } = file
    const body = { kind: 'file', name: filename, file: { kept: false, why: 'not-given' } } as const
    const handed = downloadCode === undefined ? {} : { handed: { filename, downloadCode } }
    return { kind: 'inbound', event: { ...common, body }, session, mentioned, ...handed }
  }
  if (said.kind === 'unreadable') return { kind: 'inbound', event: { ...common, body: said }, session, mentioned }
  if (said.text === '' && place.kind === 'direct') return ignored('without words')
  const quote = quoteOf(it)
  const event: InboundEvent = {
    ...common,
    body: { kind: 'message', text: said.text, addressed: true, ...(quote && { quote }) },
  }
  return { kind: 'inbound', event, session, mentioned }
}

function placeOf({ conversationType, conversationId, conversationTitle, senderStaffId }: Message): Place {
  if (conversationType === '1') return { kind: 'direct' }
  return {
    kind: 'group',
    channelId: conversationId,
    ...(conversationTitle && { name: conversationTitle }),
    ...(!senderStaffId && { external: true }),
  }
}

function authorOf({ senderStaffId, senderId, senderNick }: Message): AccountFacts {
  return { ...accountOf(senderStaffId ?? undefined, senderId), ...(senderNick && { name: senderNick }) }
}

function sessionOf(it: Message): Session | null {
  if (it.sessionWebhook === undefined || it.sessionWebhookExpiredTime === undefined) return null
  return {
    conversationId: it.conversationId,
    kind: it.conversationType === '1' ? 'direct' : 'group',
    staffId: it.senderStaffId || null,
    url: it.sessionWebhook,
    expiresAt: it.sessionWebhookExpiredTime,
  }
}

const reply = z.object({ isReplyMsg: z.literal(true), repliedMsg: z.looseObject({ senderId: z.string().optional() }) })

/** Of whoever is quoted DingTalk tells an id that only matches the author's own. */
function quoteOf({ text, senderId, senderNick }: Message): { text: string; author?: string } | null {
  const read = reply.safeParse(text)
  const said = read.success ? readQuoted(read.data.repliedMsg) : null
  if (said === null) return null
  const own = read.data?.repliedMsg.senderId === senderId
  return { text: said, ...(own && senderNick && { author: senderNick }) }
}

function mentionedIn({ atUsers, chatbotUserId }: Message): string[] {
  const others = atUsers.filter(({ dingtalkId }) => dingtalkId === undefined || dingtalkId !== chatbotUserId)
  return [...new Set(others.flatMap(({ staffId }) => staffId ?? []))]
}
