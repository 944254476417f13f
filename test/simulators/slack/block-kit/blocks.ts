import { z } from 'zod'
import {
  accessory,
  actionElement,
  hasOneSource,
  imageElement,
  imageSource,
  inputElement,
  oneSource,
} from './elements.ts'
import { richTextBlock } from './rich-text.ts'
import { anyText, blockId, mrkdwn, plainText } from './texts.ts'

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(3_000).optional(),
    fields: z.array(anyText(2_000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, { error: 'either text or fields' })

const actions = z
  .strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z.array(actionElement).min(1).max(25),
  })
  .refine(({ elements }) => allDiffer(elements.map(element => element.action_id)), {
    error: 'action_id already exists in this block',
  })

const image = z
  .strictObject({
    type: z.literal('image'),
    block_id: blockId,
    ...imageSource,
    alt_text: z.string().min(1).max(2_000),
    title: plainText(2_000).optional(),
  })
  .refine(hasOneSource, oneSource)

const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(2_000),
  element: inputElement,
  hint: plainText(2_000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
})

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string() }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().optional() }),
  richTextBlock,
])

const columnSetting = z
  .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
  .nullable()

const table = z
  .strictObject({
    type: z.literal('table'),
    block_id: blockId,
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z.array(columnSetting).max(20).optional(),
  })
  .refine(({ rows }) => new Set(rows.map(row => row.length)).size === 1, { error: 'rows must be of the same length' })

const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: blockId,
  text: z.string().min(1).max(12_000),
})

const everywhere = [
  section,
  actions,
  image,
  input,
  richTextBlock,
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion('type', [imageElement, plainText(3_000), mrkdwn(3_000)]))
      .min(1)
      .max(10),
  }),
] as const

export type Surface = 'message' | 'modal' | 'home'

const viewBlocks = z.array(z.discriminatedUnion('type', everywhere)).max(100)

/** The blocks that each surface takes, and how many. */
export const blocksOn = {
  message: z.array(z.discriminatedUnion('type', [...everywhere, table, markdown])).max(50),
  modal: viewBlocks,
  home: viewBlocks,
} as const

export function allDiffer(ids: readonly (string | undefined)[]): boolean {
  const given = ids.filter(id => id !== undefined)
  return new Set(given).size === given.length
}
