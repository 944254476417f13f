import { z } from 'zod'
import type { FormValues } from '../../../src/content/content.ts'

const option = z.object({ value: z.string() })
const text = z.string().nullish()

/** What one input of a modal holds, as the core reads it: nothing is an empty text, or none of several. */
const held = z.discriminatedUnion('type', [
  z.object({ type: z.literal('plain_text_input'), value: text }).transform(({ value }) => value ?? ''),
  z.object({ type: z.literal('datepicker'), selected_date: text }).transform(it => it.selected_date ?? ''),
  z.object({ type: z.literal('timepicker'), selected_time: text }).transform(it => it.selected_time ?? ''),
  z
    .object({ type: z.enum(['static_select', 'radio_buttons']), selected_option: option.nullish() })
    .transform(it => it.selected_option?.value ?? ''),
  z
    .object({ type: z.enum(['multi_static_select', 'checkboxes']), selected_options: z.array(option).nullish() })
    .transform(it => (it.selected_options ?? []).map(({ value }) => value)),
])

/** Block id → action id → what it holds. A block of ours has one element, and both bear its input's id. */
const stateSchema = z.object({ values: z.record(z.string(), z.record(z.string(), held)) })

/** Reads `view.state` of a modal of ours. Throws a ZodError for anything else. */
export function readValues(state: unknown): FormValues {
  const { values } = stateSchema.parse(state)
  const pairs = Object.entries(values).flatMap(([id, elements]) =>
    Object.values(elements).map((value): [string, string | string[]] => [id, value]),
  )
  return Object.fromEntries(pairs)
}
