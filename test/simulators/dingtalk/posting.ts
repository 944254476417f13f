import type { Message, Place } from './company.ts'
import type { Side } from './side.ts'

type NewMessage = Pick<Message, 'sender' | 'kind' | 'text'> & Partial<Message>

/** Puts a message where people see it; nobody is told yet. */
export function put(side: Side, place: Place, given: NewMessage): Message {
  const usual = { title: '', mentions: [], media: null, outTrackId: null, content: {}, recallable: false }
  const message: Message = { id: side.newId('msg'), at: side.now(), ...usual, ...given }
  place.messages.push(message)
  return message
}

/** The bot says it; DingTalk does not tell the bot of its own messages. */
export function putByBot(side: Side, place: Place, given: Omit<NewMessage, 'sender'>): Message {
  return put(side, place, { ...given, sender: side.company.bot.dingtalkId })
}
