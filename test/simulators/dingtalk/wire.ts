import type { Json } from '../shared/json.ts'
import type { Message, Person, Place } from './company.ts'
import type { Side } from './side.ts'

/** A robot message as the stream carries it; `told` is what differs from kind to kind. */
export function robotMessage(side: Side, place: Place, person: Person, message: Message, told: Json): Json {
  const { company, settings, sessions, origin } = side
  const { id, expiresAt } = sessions.issue(place)
  const insider = person.staffId === '' ? {} : { senderStaffId: person.staffId, senderCorpId: company.corpId }
  return {
    conversationId: place.conversationId,
    ...(place.kind === 'group' ? { conversationType: '2', conversationTitle: place.title } : { conversationType: '1' }),
    chatbotCorpId: company.corpId,
    chatbotUserId: company.bot.dingtalkId,
    msgId: message.id,
    createAt: message.at.getTime(),
    senderId: person.dingtalkId,
    senderNick: person.name,
    ...insider,
    isAdmin: person.admin,
    sessionWebhook: `${origin}/robot/sendBySession?session=${id}`,
    sessionWebhookExpiredTime: expiresAt.getTime(),
    robotCode: settings.clientId,
    ...told,
  }
}

/** What stands after an `@` and is somebody's name here rings them; the longest name that fits is meant. */
export function namedIn({ company }: Side, { members }: Place, typed: string): readonly Person[] {
  const there = [...members].flatMap(id => company.people.get(id) ?? [])
  const named: Person[] = []
  let rest = typed
  for (const person of there.toSorted((a, b) => b.name.length - a.name.length)) {
    if (rest.includes(`@${person.name}`)) named.push(person)
    rest = rest.replaceAll(`@${person.name}`, ' ')
  }
  return named
}

export function atUsersOf(named: readonly Person[]): readonly Json[] {
  return named.map(({ dingtalkId, staffId }) => (staffId === '' ? { dingtalkId } : { dingtalkId, staffId }))
}

/** What a reply carries of the message that it answers: the bot's own words are not given back to it. */
export function quoteOf({ company }: Side, { id, kind, sender, at, content }: Message) {
  const usual = { msgId: id, senderId: sender, createdAt: at.getTime() }
  const isOwn = sender === company.bot.dingtalkId
  const original = isOwn ? { originalMsgId: id, originalProcessQueryKey: id } : { originalMsgId: id }
  const repliedMsg = isOwn ? { ...usual, msgType: 'unknownMsgType' } : { ...usual, msgType: kind, content }
  return { original, repliedMsg }
}
