import type { Json } from '../shared/json.ts'
import { directPlace, groupOf, type Message, type Person, type Place, personOf } from './company.ts'
import { contentOf, type Sending } from './people-sending.ts'
import { put } from './posting.ts'
import type { Side } from './side.ts'
import type { Delivery } from './stream/deliveries.ts'
import { wordsBehind } from './visible.ts'
import { atUsersOf, namedIn, quoteOf, robotMessage } from './wire.ts'

export interface SayOptions {
  /** The id of the message that it answers. */
  readonly quote?: string
  /** False: resolve at once, with nothing about the delivery. */
  readonly wait?: boolean
}

export interface Said {
  readonly conversationId: string
  readonly msgId: string
  readonly delivery: Delivery
}

const untold: Delivery = { acked: false, reason: 'not_told', attempts: 0 }

/** What people say; each resolves when the app has acknowledged it or it is lost. */
export function people(side: Side) {
  const { company, deliveries } = side
  const pushed = new Map<string, Json>()

  async function push(place: Place, person: Person, message: Message, told: Json, wait = true): Promise<Said> {
    const data = robotMessage(side, place, person, message, told)
    pushed.set(message.id, data)
    const delivery = deliveries.robot(data)
    const { conversationId } = place
    return { conversationId, msgId: message.id, delivery: wait ? await delivery : untold }
  }

  async function say(id: string, place: Place, typed: string, { quote, wait }: SayOptions): Promise<Said> {
    const person = memberOf(place, id)
    const named = place.kind === 'group' ? namedIn(side, place, typed) : []
    const mentions = named.map(({ staffId }) => staffId).filter(staffId => staffId !== '')
    const content = { text: typed }
    const message = put(side, place, { sender: person.dingtalkId, kind: 'text', text: typed, mentions, content })
    const hears = place.kind === 'direct' || named.includes(company.bot)
    if (!hears) return { conversationId: place.conversationId, msgId: message.id, delivery: untold }
    const quoted = quote === undefined ? null : quoteOf(side, messageIn(place, quote))
    const reply = quoted === null ? {} : { isReplyMsg: true, repliedMsg: quoted.repliedMsg }
    const text = { content: withoutBot(typed, place), ...reply }
    const rung = place.kind === 'group' ? { atUsers: atUsersOf(named), isInAtList: true } : {}
    return push(place, person, message, { msgtype: 'text', text, ...rung, ...quoted?.original }, wait)
  }

  /** The bot's name goes; the space after it stays, as in DingTalk. */
  function withoutBot(typed: string, { kind }: Place): string {
    return kind === 'group' ? typed.replaceAll(`@${company.bot.name}`, '') : typed
  }

  function memberOf(place: Place, id: string): Person {
    const person = personOf(company, id)
    if (!place.members.has(person.dingtalkId)) throw new Error(`${id} is not in ${place.conversationId}`)
    return person
  }

  const directOf = (id: string) => directPlace(company, personOf(company, id))

  return {
    /** `@` and a name of somebody in the group rings them; the bot hears only what rings it. */
    says(id: string, conversationId: string, typed: string, options: SayOptions = {}): Promise<Said> {
      return say(id, groupOf(company, conversationId), typed, options)
    },

    tellsBot(id: string, typed: string, options: SayOptions = {}): Promise<Said> {
      return say(id, directOf(id), typed, options)
    },

    /** Something other than text, to the bot directly. */
    sends(id: string, sending: Sending, { wait }: Pick<SayOptions, 'wait'> = {}): Promise<Said> {
      const place = directOf(id)
      const person = personOf(company, id)
      const content = contentOf(side, sending)
      const message = put(side, place, { sender: person.dingtalkId, kind: sending.kind, text: '', content })
      return push(place, person, message, { msgtype: sending.kind, content }, wait)
    },

    /** Presses a link in a direct message of the bot that makes people say something. */
    pressesLink(id: string, messageId: string, label: string, options: SayOptions = {}): Promise<Said> {
      const place = directOf(id)
      const words = wordsBehind(messageIn(place, messageId).text, label)
      if (words === null) throw new Error(`There is nothing to say behind ${label}`)
      return say(id, place, words, options)
    },

    /** DingTalk pushes the same message once more, in another frame. */
    pushesAgain(msgId: string): Promise<Delivery> {
      const data = pushed.get(msgId)
      if (data === undefined) throw new Error(`The app was never told of ${msgId}`)
      return deliveries.robot(data)
    },

    /** Any robot message at all, also one that the simulator has no verb for. */
    sendsRobotData: (data: Json) => deliveries.robot(data),
  }
}

function messageIn({ messages, conversationId }: Place, id: string): Message {
  const message = messages.findLast(each => each.id === id)
  if (message === undefined) throw new Error(`There is no message ${id} in ${conversationId}`)
  return message
}
