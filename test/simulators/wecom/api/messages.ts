import { z } from 'zod'
import { type Answer, bytes, isRefusal, mistaken, type Refusal, refused } from '../answers.ts'
import { bodyOf, cardContent, isMediaBody, markdownBody, mediaBodies, mediaContent } from '../bodies.ts'
import { appCard } from '../cards/shape.ts'
import { chatOf } from '../corp.ts'
import { conversationRate } from '../pace.ts'
import { type Content, put } from '../posting.ts'
import type { Side } from '../side.ts'
import { type Method, method } from './method.ts'

const mostBytes = 2_048
const mostPeople = 1_000
const recallLifeMs = 86_400_000
const yesNo = z.union([z.literal(0), z.literal(1)]).optional()

const common = {
  touser: z.string().min(1),
  agentid: z.int(),
  safe: yesNo,
  enable_id_trans: yesNo,
  enable_duplicate_check: yesNo,
  duplicate_check_interval: z.int().min(1).max(14_400).optional(),
}
const sent = z.discriminatedUnion('msgtype', [
  z.strictObject({ ...common, msgtype: z.literal('text'), text: z.strictObject({ content: bytes(mostBytes) }) }),
  markdownBody(mostBytes).extend(common).strict(),
  z.strictObject({ ...common, msgtype: z.literal('template_card'), template_card: appCard }),
  mediaBodies.image.extend(common).strict(),
  mediaBodies.voice.extend(common).strict(),
  mediaBodies.video.extend(common).strict(),
  mediaBodies.file.extend(common).strict(),
])
type Sent = z.infer<typeof sent>
const types = ['text', 'markdown', 'template_card', ...Object.keys(mediaBodies)] as const

/** The app writes to people; whoever cannot be written to is named in the answer. */
const send: Method = {
  token: 'needed',
  run(given, side) {
    const read = bodyOf(given, types, sent)
    if (isRefusal(read)) return read
    const { body } = read
    if (body.agentid !== side.settings.agentId) return mistaken(40058, 'invalid agentid')
    const { duplicate_check_interval: seconds = 1_800, enable_duplicate_check: checks = 0, ...rest } = body
    const same = JSON.stringify(rest)
    const before = side.sentByApp.get(same)
    // Equal words to the same people are the same message, whatever was meant.
    if (checks === 1 && before !== undefined && side.now().getTime() < before.until) return { answer: before.answer }
    const done = post(side, body)
    if (isRefusal(done)) return done
    const until = side.now().getTime() + seconds * 1_000
    if (checks === 1) side.sentByApp.set(same, { until, answer: done.answer })
    return done
  },
}

function post(side: Side, body: Sent): Answer {
  const wanted = body.touser === '@all' ? [...side.corp.people.keys()] : body.touser.split('|')
  if (wanted.length > mostPeople) return mistaken(40058, `touser names more than ${mostPeople} people`)
  const reached = wanted.filter(id => isReachable(side, id))
  if (reached.length === 0) return refused(81013)
  const content = contentOf(side, body)
  if (isRefusal(content)) return content
  const msgid = side.newId('appmsg')
  // What is over a person's measure is dropped without a word.
  const messages = reached
    .filter(id => side.settings.pace === 'off' || side.pace.take(`app/${id}`, conversationRate))
    .map(id => put(side, chatOf(side.corp, 'app', id), { ...content, via: 'app', id: msgid }))
  const asks = 'template_card' in body && !isNotice(body.template_card.card_type)
  const code = asks ? { response_code: side.responseCodes.issue(messages) } : {}
  return { answer: { invaliduser: wanted.filter(id => !reached.includes(id)).join('|'), msgid, ...code } }
}

function isNotice(cardType: string): boolean {
  return cardType === 'text_notice' || cardType === 'news_notice'
}

function isReachable({ corp }: Side, userId: string): boolean {
  const person = corp.people.get(userId)
  return person?.active === true && person.visible
}

function contentOf(side: Side, body: Sent): Content | Refusal {
  if (isMediaBody(body)) return mediaContent(side, body, 'app')
  switch (body.msgtype) {
    case 'text':
      return { kind: 'text', text: body.text.content }
    case 'markdown':
      return { kind: 'markdown', text: body.markdown.content }
    case 'template_card':
      return cardContent(side, body.template_card, 'app')
  }
}

const recall = method({
  takes: z.strictObject({ msgid: z.string().min(1) }),
  run({ msgid }, { corp, now }) {
    const messages = [...corp.appChats.values()].flatMap(chat => chat.messages.filter(({ id }) => id === msgid))
    const isLate = messages.some(({ at }) => now().getTime() - at.getTime() >= recallLifeMs)
    if (messages.length === 0 || isLate) return refused(40058, 'invalid msgid')
    for (const message of messages) message.recalled = true
    return { answer: {} }
  },
})

export const messageMethods: Readonly<Record<string, Method>> = {
  'POST /cgi-bin/message/send': send,
  'POST /cgi-bin/message/recall': recall,
}
