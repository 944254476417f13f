import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Chat } from '../lanes/lane.ts'
import { id, moment } from './wire.ts'

/** What every callback of the bot says: who did it, where, and when. */
export const origin = z.object({
  msgid: id,
  chatid: id.optional(),
  chattype: z.enum(['single', 'group']).optional(),
  from: z.object({ userid: id }),
  create_time: moment,
})

type Origin = z.infer<typeof origin>

/** The chat in which it was done. In a direct one only the person counts, whose id is also the chat's when we write. */
export function chatOf({ chatid, chattype, from }: Origin): Chat | null {
  const isGroup = chattype === undefined ? chatid !== undefined : chattype === 'group'
  if (!isGroup) return { kind: 'direct', id: from.userid }
  return chatid === undefined ? null : { kind: 'group', id: chatid }
}

/** An event but for what it says. */
export function eventOf({ msgid, from, create_time }: Origin, chat: Chat): Omit<InboundEvent, 'body'> {
  return {
    platform: 'wecom',
    eventId: msgid,
    place: chat.kind === 'group' ? { kind: 'group', channelId: chat.id } : { kind: 'direct' },
    author: { accountId: from.userid },
    ...(create_time !== undefined && { at: create_time }),
  }
}

/** Something that a person did, and the chat to which the bot may speak from now on. */
export interface Inbound {
  readonly kind: 'inbound'
  readonly event: InboundEvent
  readonly chat: Chat
}
