import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Answer, bytes, isRefusal, mistaken, refused } from '../answers.ts'
import { bodyOf, cardContent, isMediaBody, markdownBody, mediaBodies, mediaContent } from '../bodies.ts'
import { feedback } from '../cards/parts.ts'
import { botCard } from '../cards/shape.ts'
import { isPicture } from '../media.ts'
import { conversationRate } from '../pace.ts'
import { type Content, put } from '../posting.ts'
import type { Side } from '../side.ts'
import type { Command } from './command.ts'
import type { Exchange, Stream } from './exchanges.ts'

export const mostBytes = 20_480
const mostPictureBytes = 10_485_760
const replyLifeMs = 86_400_000

const picture = z
  .strictObject({ base64: z.base64(), md5: z.string() })
  .refine(({ base64, md5 }) => createHash('md5').update(Buffer.from(base64, 'base64')).digest('hex') === md5, {
    error: 'md5 is wrong',
  })
  .refine(({ base64 }) => Buffer.byteLength(base64, 'base64') <= mostPictureBytes, { error: 'more than 10 MB' })
  .refine(({ base64 }) => isPicture(Buffer.from(base64, 'base64')), { error: 'no JPG or PNG' })

const stream = z
  .strictObject({
    id: z.string().min(1),
    finish: z.boolean().optional(),
    content: bytes(mostBytes, 0).optional(),
    msg_item: z
      .array(z.strictObject({ msgtype: z.literal('image'), image: picture }))
      .max(10)
      .optional(),
    feedback: feedback.optional(),
  })
  .refine(({ finish, msg_item }) => finish === true || msg_item === undefined, { error: 'msg_item before the finish' })

const replies = z.discriminatedUnion('msgtype', [
  z.strictObject({ msgtype: z.literal('stream'), stream }),
  z.strictObject({ msgtype: z.literal('stream_with_template_card'), stream, template_card: botCard.optional() }),
  z.strictObject({ msgtype: z.literal('template_card'), template_card: botCard }),
  markdownBody(mostBytes),
  ...Object.values(mediaBodies),
])
const types = ['stream', 'stream_with_template_card', 'template_card', 'markdown', ...Object.keys(mediaBodies)] as const

type StreamBody = z.infer<typeof stream>

/** A reply to what somebody said, for a day. */
export const respond: Command = {
  run(given, side, reqId) {
    const exchange = side.exchanges.find(reqId)
    if (exchange?.kind !== 'message') return exchange === undefined ? refused(846605) : mistaken(846605)
    if (side.now().getTime() - exchange.at.getTime() >= replyLifeMs) return refused(846605)
    const read = bodyOf(given, types, replies)
    if (isRefusal(read)) return read
    if (!isInPace(side, exchange.place)) return refused(45009)
    const { body } = read
    const answer = answerTo(side, exchange, body)
    if (!isRefusal(answer)) side.exchanges.answered(exchange, side.settings.realNow())
    return answer
  },
}

export function isInPace({ settings, pace }: Side, place: Exchange['place']): boolean {
  return settings.pace === 'off' || pace.take(`bot/${place.kind}/${place.id}`, conversationRate)
}

function answerTo(side: Side, exchange: Exchange, body: z.infer<typeof replies>): Answer {
  switch (body.msgtype) {
    case 'stream':
      return write(side, exchange, body.stream)
    case 'stream_with_template_card': {
      const written = write(side, exchange, body.stream)
      return isRefusal(written) || body.template_card === undefined ? written : give(side, exchange, body.template_card)
    }
    case 'template_card':
      return give(side, exchange, body.template_card)
    case 'markdown':
      return show(side, exchange, { kind: 'markdown', text: body.markdown.content })
    default:
      return isMediaBody(body) ? show(side, exchange, mediaContent(side, body, 'bot')) : mistaken(40008)
  }
}

function write(
  side: Side,
  exchange: Exchange,
  { id, finish = false, content = '', msg_item = [] }: StreamBody,
): Answer {
  const known = exchange.streams.get(id)
  if (known !== undefined && !isWritable(side, known)) return refused(846608)
  const { message } = known ?? begin(side, exchange, id)
  // An empty content leaves what stands there.
  if (content !== '') message.text = content
  message.streaming = !finish
  message.revised ||= known !== undefined
  const written = exchange.streams.get(id)
  if (written !== undefined) written.finished = finish
  for (const { image } of msg_item)
    put(side, exchange.place, { via: 'bot', kind: 'image', text: '', media: kept(side, image.base64) })
  return { answer: {} }
}

function begin(side: Side, exchange: Exchange, id: string): Stream {
  const message = put(side, exchange.place, { via: 'bot', kind: 'stream', text: '', streaming: true })
  const begun: Stream = { message, since: side.settings.realNow(), finished: false }
  exchange.streams.set(id, begun)
  return begun
}

function isWritable({ settings }: Side, { finished, since }: Stream): boolean {
  return !finished && settings.realNow() - since < settings.streamLifeMs
}

function kept(side: Side, base64: string): string {
  const content = Buffer.from(base64, 'base64')
  const id = side.newId('media')
  side.corp.media.set(id, { name: '', type: 'image', content, owner: 'bot', at: side.now() })
  return id
}

function give(side: Side, exchange: Exchange, card: object): Answer {
  if (exchange.cardGiven) return mistaken(40058, 'a second template_card in reply to one message')
  const answer = show(side, exchange, cardContent(side, card, 'bot'))
  exchange.cardGiven ||= !isRefusal(answer)
  return answer
}

function show(side: Side, { place }: Exchange, content: Content | Answer): Answer {
  if (!('kind' in content)) return content
  put(side, place, { ...content, via: 'bot' })
  return { answer: {} }
}
