import type { Json } from '../shared/json.ts'
import type { Delivery } from './app/callbacks.ts'
import { tellApp } from './app/telling.ts'
import type { Xml } from './app/xml.ts'
import { type Heard, type Telling, tellEvent, tellMessage, unaddressed } from './bot/telling.ts'
import { chatOf, groupOf, type Message, type Place, personOf } from './corp.ts'
import { put } from './posting.ts'
import { appContent, botContent, type Mixed, mixedContent, type Sending } from './sending.ts'
import type { Side } from './side.ts'
import { visibleText } from './visible.ts'

export interface SayOptions {
  /** The id of the message that it quotes. */
  readonly quote?: string
  /** Waits for an answer of the bot, so long at the most. */
  readonly waitMs?: number
}

export interface Said extends Telling {
  readonly msgId: string
}

/** What people say, to the bot and to the app. */
export function people(side: Side) {
  const { corp } = side
  const told = new Map<string, Heard>()

  async function tell(message: Message, place: Place, content: Json, waitMs?: number): Promise<Said> {
    const heard = { place, userId: message.author, msgId: message.id, told: content, waitMs }
    told.set(message.id, heard)
    return { msgId: message.id, ...(await tellMessage(side, heard)) }
  }

  async function say(userId: string, place: Place, typed: string, { quote, waitMs }: SayOptions): Promise<Said> {
    const message = put(side, place, { via: 'person', author: memberOf(place, userId), kind: 'text', text: typed })
    if (!hears(place, typed)) return { msgId: message.id, ...unaddressed }
    const quoted = quote === undefined ? {} : { quote: quoteOf(messageIn(place, quote)) }
    return tell(message, place, { msgtype: 'text', text: { content: typed }, ...quoted }, waitMs)
  }

  /** In a group the bot hears only what names it; its name stays in the text. */
  function hears({ kind, hasBot }: Place, typed: string): boolean {
    return hasBot && (kind === 'bot' || typed.includes(`@${side.settings.botName}`))
  }

  function memberOf({ id, members }: Place, userId: string): string {
    personOf(corp, userId)
    if (!members.has(userId)) throw new Error(`${userId} is not in ${id}`)
    return userId
  }

  function toApp(userId: string, kind: string, text: string, xml: Xml): Promise<Delivery> {
    put(side, chatOf(corp, 'app', userId), { via: 'person', author: userId, kind, text })
    return tellApp(side, userId, xml)
  }

  return {
    /** `@` and the bot's name reach it; whatever else is said in a group it never hears. */
    says(userId: string, chatId: string, typed: string, options: SayOptions = {}): Promise<Said> {
      return say(userId, groupOf(corp, chatId), typed, options)
    },

    tellsBot(userId: string, typed: string, options: SayOptions = {}): Promise<Said> {
      return say(userId, chatOf(corp, 'bot', userId), typed, options)
    },

    /** Something other than text, to the bot directly. */
    sends(userId: string, sending: Sending, { waitMs }: SayOptions = {}): Promise<Said> {
      const place = chatOf(corp, 'bot', userId)
      const message = put(side, place, { via: 'person', author: userId, kind: sending.kind, text: '' })
      return tell(message, place, botContent(side, sending), waitMs)
    },

    /** Words and pictures in one message, in a group. */
    async saysMixed(userId: string, chatId: string, parts: Mixed, { waitMs }: SayOptions = {}): Promise<Said> {
      const place = groupOf(corp, chatId)
      const text = parts.filter(part => typeof part === 'string').join('\n')
      const message = put(side, place, { via: 'person', author: memberOf(place, userId), kind: 'mixed', text })
      if (!hears(place, text)) return { msgId: message.id, ...unaddressed }
      return tell(message, place, mixedContent(side, parts), waitMs)
    },

    /** The first time on a day that somebody looks into their chat with the bot. */
    entersChat(userId: string, { waitMs }: Pick<SayOptions, 'waitMs'> = {}): Promise<Telling> {
      const place = chatOf(corp, 'bot', userId)
      return tellEvent(side, { kind: 'enter_chat', place, userId, told: { eventtype: 'enter_chat' }, waitMs })
    },

    /** WeCom tells the bot of the same message once more, in another frame. */
    tellsAgain(msgId: string): Promise<Telling> {
      const heard = told.get(msgId)
      if (heard === undefined) throw new Error(`The bot was never told of ${msgId}`)
      return tellMessage(side, heard)
    },

    /** Says it to the app; resolves when the app has acknowledged it or it is lost. */
    tellsApp(userId: string, typed: string, { msgId = side.newId('') }: { msgId?: string } = {}): Promise<Delivery> {
      return toApp(userId, 'text', typed, { MsgType: 'text', Content: typed, MsgId: msgId })
    },

    sendsApp: (userId: string, sending: Sending) => toApp(userId, sending.kind, '', appContent(side, sending)),

    entersApp: (userId: string) => tellApp(side, userId, { MsgType: 'event', Event: 'enter_agent', EventKey: '' }),

    /** Anything at all, as fields of the XML. */
    sendsAppXml: (userId: string, xml: Xml) => tellApp(side, userId, xml),
  }
}

function quoteOf(message: Message): Json {
  return message.kind === 'text'
    ? { msgtype: 'text', text: { content: message.text } }
    : { msgtype: 'text', text: { content: visibleText({ ...message, card: message.card?.shown ?? null }).text } }
}

function messageIn({ messages, id }: Place, messageId: string): Message {
  const message = messages.findLast(each => each.id === messageId)
  if (message === undefined) throw new Error(`There is no message ${messageId} in ${id}`)
  return message
}
