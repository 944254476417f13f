import { z } from 'zod'
import { langs } from '../base/words.ts'
import type { Content } from './content.ts'

const span = z.discriminatedUnion('t', [
  z.object({ t: z.literal('text'), text: z.string(), style: z.enum(['strong', 'code', 'quiet']).exactOptional() }),
  z.object({ t: z.literal('member'), id: z.string(), name: z.string() }),
  z.object({ t: z.literal('link'), url: z.string(), text: z.string() }),
])

const spans = z.array(span)

const column = z.object({ label: z.string(), align: z.enum(['start', 'end']).exactOptional() })

const button = z.object({
  id: z.string(),
  label: z.string(),
  words: z.string(),
  value: z.string().exactOptional(),
  style: z.enum(['primary', 'danger']).exactOptional(),
})

const input = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['number', 'line', 'text', 'choice', 'choices', 'scale', 'yes-no', 'date', 'time']),
  required: z.boolean().exactOptional(),
  hint: z.string().exactOptional(),
  fault: z.string().exactOptional(),
  initial: z.union([z.string(), z.array(z.string())]).exactOptional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).exactOptional(),
  scale: z.object({ from: z.number(), to: z.number() }).exactOptional(),
  when: z.object({ input: z.string(), is: z.array(z.string()) }).exactOptional(),
})

const form = z.object({
  id: z.string(),
  title: z.string(),
  submit: z.string(),
  words: z.string(),
  value: z.string().exactOptional(),
  inputs: z.array(input),
})

const block = z.discriminatedUnion('b', [
  z.object({ b: z.literal('heading'), text: z.string() }),
  z.object({ b: z.literal('text'), spans }),
  z.object({ b: z.literal('fields'), fields: z.array(z.object({ label: z.string(), value: spans })) }),
  z.object({ b: z.literal('list'), items: z.array(spans) }),
  z.object({ b: z.literal('table'), columns: z.array(column), rows: z.array(z.array(spans)) }),
  z.object({ b: z.literal('quiet'), spans }),
  z.object({ b: z.literal('divider') }),
  z.object({ b: z.literal('actions'), buttons: z.array(button) }),
  z.object({ b: z.literal('form'), form }),
  z.object({ b: z.literal('image'), ref: z.string(), alt: z.string() }),
  z.object({ b: z.literal('file'), ref: z.string(), name: z.string(), alt: z.string() }),
  z.object({ b: z.literal('details') }),
])

/** Reads content back from a JSON column. Its type is the very `Content`, which a test keeps true. */
export const contentSchema = z.object({
  lang: z.enum(langs),
  blocks: z.array(block),
  discreet: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Content>
