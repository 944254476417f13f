import { z } from 'zod'
import { bytes } from '../answers.ts'

const words = z.string().min(1)
const url = z.url()
const key = bytes(1_024)

function allDiffer(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length
}

/** Where a press leads: nowhere, to an address, or into a mini program. */
const jump = {
  type: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
  url: url.optional(),
  appid: words.optional(),
  pagepath: z.string().optional(),
}

interface Jump {
  readonly type?: number | undefined
  readonly url?: string | undefined
  readonly appid?: string | undefined
}

function leads({ type = 0, url: address, appid }: Jump): boolean {
  return (type !== 1 || address !== undefined) && (type !== 2 || appid !== undefined)
}

const differ = { error: 'keys must differ' }
const where = { error: 'url or appid is missing' }

export const source = z.strictObject({
  icon_url: url.optional(),
  desc: z.string().optional(),
  desc_color: z.int().min(0).max(3).optional(),
})

export const actionMenu = z.strictObject({
  desc: words,
  action_list: z
    .array(z.strictObject({ text: words, key }))
    .min(1)
    .max(3)
    .refine(items => allDiffer(items.map(item => item.key)), differ),
})

export const title = z.strictObject({ title: z.string().optional(), desc: z.string().optional() })

export const quoteArea = z
  .strictObject({ ...jump, title: z.string().optional(), quote_text: z.string().optional() })
  .refine(leads, where)

export const horizontalContents = z
  .array(
    z
      .strictObject({
        type: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).optional(),
        keyname: words,
        value: z.string().optional(),
        url: url.optional(),
        media_id: z.string().optional(),
        userid: z.string().optional(),
      })
      .refine(({ type, userid }) => type !== 3 || userid !== undefined, { error: 'userid is missing' })
      .refine(({ type, url: address }) => type !== 1 || address !== undefined, where),
  )
  .max(6)

export const jumps = z
  .array(
    z
      .strictObject({
        ...jump,
        type: z.int().min(0).max(3).optional(),
        title: words,
        question: bytes(200).optional(),
      })
      .refine(leads, where)
      .refine(({ type, question }) => type !== 3 || question !== undefined, { error: 'question is missing' }),
  )
  .max(3)

export const cardAction = z.strictObject({ ...jump, type: z.int().min(0).max(2) }).refine(leads, where)

export const verticalContents = z.array(z.strictObject({ title: words, desc: z.string().optional() })).max(4)

export const cardImage = z.strictObject({ url, aspect_ratio: z.number().min(1.3).max(2.25).optional() })

export const imageText = z
  .strictObject({ ...jump, title: z.string().optional(), desc: z.string().optional(), image_url: url })
  .refine(leads, where)

function options(most: number, more: z.ZodRawShape = {}) {
  return z
    .array(z.strictObject({ id: bytes(128), text: words, ...more }))
    .min(1)
    .max(most)
    .refine(items => allDiffer(items.map(item => item.id)), differ)
}

export const select = z.strictObject({
  question_key: key,
  title: z.string().optional(),
  disable: z.boolean().optional(),
  selected_id: z.string().optional(),
  option_list: options(10),
})

export const selects = z
  .array(select)
  .min(1)
  .max(3)
  .refine(items => allDiffer(items.map(item => item.question_key)), differ)

export const checkbox = z.strictObject({
  question_key: key,
  disable: z.boolean().optional(),
  mode: z.union([z.literal(0), z.literal(1)]).optional(),
  option_list: options(20, { is_checked: z.boolean().optional() }),
})

export const buttons = z
  .array(
    z
      .strictObject({
        type: z.union([z.literal(0), z.literal(1)]).optional(),
        text: words,
        style: z.int().min(1).max(4).optional(),
        key: key.optional(),
        url: url.optional(),
      })
      .refine(({ type, url: address }) => type !== 1 || address !== undefined, where)
      .refine(({ type, key: pressed }) => type === 1 || pressed !== undefined, { error: 'key is missing' }),
  )
  .min(1)
  .max(6)
  .refine(items => allDiffer(items.flatMap(item => item.key ?? [])), differ)

export const submitButton = z.strictObject({ text: words, key })

export const taskId = bytes(128).regex(/^[A-Za-z0-9_\-@]+$/)

export const feedback = z.strictObject({ id: bytes(256) })
