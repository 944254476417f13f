import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bytes, isRefusal, mistaken, type Refusal, refused } from '../answers.ts'
import { bodyOf, isMediaBody, markdownBody, mediaBodies, mediaContent } from '../bodies.ts'
import { webhookCard } from '../cards/shape.ts'
import type { Place } from '../corp.ts'
import { isPicture } from '../media.ts'
import { webhookRate } from '../pace.ts'
import { type Content, newCard, put } from '../posting.ts'
import type { Side } from '../side.ts'
import type { Method } from './method.ts'

const mostTextBytes = 2_048
const mostMarkdownBytes = 4_096
const mostPictureBytes = 2_097_152

const article = z.strictObject({
  title: bytes(128),
  description: bytes(512, 0).optional(),
  url: z.url(),
  picurl: z.url().optional(),
})
const posts = z.discriminatedUnion('msgtype', [
  z.strictObject({
    msgtype: z.literal('text'),
    text: z.strictObject({
      content: bytes(mostTextBytes),
      mentioned_list: z.array(z.string()).optional(),
      mentioned_mobile_list: z.array(z.string()).optional(),
    }),
  }),
  markdownBody(mostMarkdownBytes).strict(),
  z.strictObject({
    msgtype: z.literal('markdown_v2'),
    markdown_v2: z.strictObject({ content: bytes(mostMarkdownBytes) }),
  }),
  z.strictObject({ msgtype: z.literal('image'), image: z.strictObject({ base64: z.base64(), md5: z.string() }) }),
  z.strictObject({ msgtype: z.literal('news'), news: z.strictObject({ articles: z.array(article).min(1).max(8) }) }),
  z.strictObject({ msgtype: z.literal('template_card'), template_card: webhookCard }),
  mediaBodies.file.strict(),
  mediaBodies.voice.strict(),
])
type Post = z.infer<typeof posts>
const types = ['text', 'markdown', 'markdown_v2', 'image', 'news', 'template_card', 'file', 'voice'] as const

/** A group's own address: whoever knows its key can post there. */
const send: Method = {
  token: 'none',
  run({ key, ...given }, side) {
    const place = side.corp.webhooks.get(String(key))
    if (place === undefined) return refused(93000)
    if (side.settings.pace === 'strict' && !side.pace.take(`webhook/${String(key)}`, webhookRate)) return refused(45009)
    const read = bodyOf(given, types, posts)
    if (isRefusal(read)) return read
    const content = contentOf(side, place, read.body, String(key))
    if (isRefusal(content)) return content
    put(side, place, { ...content, via: 'webhook' })
    return { answer: {} }
  },
}

function contentOf(side: Side, place: Place, body: Post, key: string): Content | Refusal {
  switch (body.msgtype) {
    case 'text':
      return { kind: 'text', text: body.text.content, mentions: rung(side, place, body.text) }
    case 'markdown':
      return { kind: 'markdown', text: body.markdown.content }
    case 'markdown_v2':
      return { kind: 'markdown_v2', text: body.markdown_v2.content }
    case 'image':
      return pictureIn(side, body.image, key)
    case 'news': {
      const { articles } = body.news
      const text = articles.map(({ title, description = '' }) => `${title}\n${description}`.trim()).join('\n')
      return { kind: 'news', text, links: articles.map(({ url }) => url) }
    }
    case 'template_card':
      return { kind: 'template_card', text: '', card: newCard({ ...body.template_card }) }
    default:
      return isMediaBody(body) ? mediaContent(side, body, key) : mistaken(40008)
  }
}

type Text = Extract<Post, { readonly msgtype: 'text' }>['text']

function rung({ corp }: Side, { members }: Place, { mentioned_list = [], mentioned_mobile_list = [] }: Text) {
  const byMobile = [...members].filter(id => mentioned_mobile_list.includes(corp.people.get(id)?.mobile ?? '-'))
  const all = mentioned_mobile_list.includes('@all') ? ['@all'] : []
  return [...mentioned_list, ...byMobile, ...all]
}

function pictureIn({ corp, newId, now }: Side, { base64, md5 }: { base64: string; md5: string }, owner: string) {
  const content = Buffer.from(base64, 'base64')
  if (content.length > mostPictureBytes || !isPicture(content)) return mistaken(40009)
  if (createHash('md5').update(content).digest('hex') !== md5) return mistaken(301019)
  const media = newId('media')
  corp.media.set(media, { name: '', type: 'image', content, owner, at: now() })
  return { kind: 'image', text: '', media }
}

export const webhookMethods: Readonly<Record<string, Method>> = { 'POST /cgi-bin/webhook/send': send }
