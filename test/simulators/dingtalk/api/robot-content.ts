import { z } from 'zod'
import { parsedJson } from '../../shared/json.ts'
import type { Message } from '../company.ts'
import type { Side } from '../side.ts'
import { mistaken, type Refusal } from './method.ts'

const mostBytes = 15_000
const words = z.string().min(1)

export type Content = Pick<Message, 'kind' | 'title' | 'text' | 'media'>

/** The kinds of messages that a robot can send unasked; those with buttons only open addresses. */
const shapes = {
  sampleText: z.strictObject({ content: words }).transform(({ content }) => ({ title: '', text: content })),
  sampleMarkdown: z.strictObject({ title: words, text: words }),
  sampleImageMsg: z.strictObject({ photoURL: words }).transform(({ photoURL }) => ({ media: photoURL })),
  sampleFile: z
    .strictObject({
      mediaId: words,
      fileName: words,
      fileType: z.enum(['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']),
    })
    .refine(({ fileName, fileType }) => fileName.toLowerCase().endsWith(`.${fileType}`), 'fileType is not its ending')
    .transform(({ mediaId, fileName }) => ({ title: fileName, media: mediaId })),
  sampleLink: z.strictObject({ title: words, text: words, messageUrl: z.url(), picUrl: z.string() }),
  sampleActionCard: z.strictObject({ title: words, text: words, singleTitle: words, singleURL: words }),
}

/** What a message shows by its key and its JSON text. */
export function contentOf({ company }: Side, msgKey: string, msgParam: string): Content | Refusal {
  if (Buffer.byteLength(msgParam) > mostBytes) return mistaken(`msgParam has more than ${mostBytes} bytes`)
  if (!isKey(msgKey)) return mistaken(`There is no msgKey ${msgKey}`)
  const parsed = shapes[msgKey].safeParse(parsedJson(msgParam))
  if (!parsed.success) return mistaken(`msgParam: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
  const content = { title: '', text: '', media: null, ...parsed.data }
  const { media } = content
  if (media?.startsWith('@') === true && !company.media.has(media)) return mistaken(`There is no media ${media}`)
  if (msgKey === 'sampleFile' && !company.files.has(media ?? '')) return mistaken(`${media} is no file`)
  return { kind: msgKey, title: content.title, text: content.text, media }
}

function isKey(key: string): key is keyof typeof shapes {
  return Object.hasOwn(shapes, key)
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value
}
