import { z } from 'zod'
import { overflow, selects } from './selects.ts'
import { actionId, confirmation, plainText } from './texts.ts'

const focus = { action_id: actionId, focus_on_load: z.boolean().optional() }
const typed = {
  ...focus,
  placeholder: plainText(150).optional(),
  dispatch_action_config: z.strictObject({ trigger_actions_on: z.array(z.string()) }).optional(),
}
const when = { ...focus, confirm: confirmation.optional(), placeholder: plainText(150).optional() }

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: actionId,
  value: z.string().max(2_000).optional(),
  url: z.string().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirmation.optional(),
  accessibility_label: z.string().max(75).optional(),
})

const pickers = [
  z.strictObject({ type: z.literal('datepicker'), ...when, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...when,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...focus,
    confirm: confirmation.optional(),
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
] as const

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().max(3_000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3_000).optional(),
    max_length: z.int().min(1).max(3_000).optional(),
  })
  .refine(({ initial_value = '', max_length = 3_000 }) => initial_value.length <= max_length, {
    error: 'initial_value is longer than max_length',
  })

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)

const typedInputs = [
  plainTextInput,
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: decimal.optional(),
    min_value: decimal.optional(),
    max_value: decimal.optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
] as const

/** Where an image comes from: an address of the web, or a file that was uploaded before. */
export const imageSource = {
  image_url: z.string().min(1).max(3_000).optional(),
  slack_file: z.union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string() })]).optional(),
}

export function hasOneSource({ image_url, slack_file }: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image_url === undefined) !== (slack_file === undefined)
}

export const oneSource = { error: 'either image_url or slack_file' }

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageSource, alt_text: z.string().min(1).max(2_000) })
  .refine(hasOneSource, oneSource)

export const actionElement = z.discriminatedUnion('type', [button, overflow, ...selects, ...pickers])
export const accessory = z.discriminatedUnion('type', [button, imageElement, overflow, ...selects, ...pickers])
export const inputElement = z.discriminatedUnion('type', [...typedInputs, ...selects, ...pickers])
