import { z } from 'zod'
import { safeFileName } from '../../src/base/handed-file.ts'
import type { Button, Content, Form } from '../../src/content/content.ts'
import type { EventBody } from '../../src/platform/events.ts'
import { Refusal } from './refusal.ts'

/** In code points, as a person counts. */
const MAX_TEXT = 8000

/** No database keeps a NUL, and half of a surrogate pair is no text. */
const words = z.string().transform(text => text.toWellFormed().replaceAll('\0', ''))
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)

const messageCall = z.object({ as: id, channel: id, text: words, eventId: id.optional() })
const actionCall = z.object({
  as: id,
  messageId: id,
  actionId: id,
  value: words.optional(),
  values: z.record(id, z.union([words, z.array(words)])).optional(),
  eventId: id.optional(),
})

/** Of the address; the file itself is the body. */
const fileCall = z.object({
  as: id,
  name: z.string().min(1).max(1000).transform(safeFileName),
  eventId: id.optional(),
})

export type MessageCall = z.infer<typeof messageCall>
export type ActionCall = z.infer<typeof actionCall>
export type FileCall = z.infer<typeof fileCall>

/** Throws Refusal. */
export function decodeMessage(json: unknown): MessageCall {
  const call = parse(messageCall, json)
  if (lengthOf(call.text) > MAX_TEXT) throw new Refusal('too-long', `The text is longer than ${MAX_TEXT} characters`)
  if (call.text.trim() === '') throw new Refusal('malformed', 'text: it says nothing')
  return call
}

/** Throws Refusal. */
export function decodeAction(json: unknown): ActionCall {
  const call = parse(actionCall, json)
  const texts = [call.value ?? '', ...Object.values(call.values ?? {}).flat()]
  const length = texts.reduce((sum, text) => sum + lengthOf(text), 0)
  if (length > MAX_TEXT) throw new Refusal('too-long', `The values are longer than ${MAX_TEXT} characters`)
  return call
}

/** Throws Refusal. */
export function decodeFile(address: URL): FileCall {
  return parse(fileCall, Object.fromEntries(address.searchParams))
}

function parse<S extends z.ZodType>(schema: S, json: unknown): z.infer<S> {
  const read = schema.safeParse(json)
  if (read.success) return read.data
  const faults = read.error.issues.map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`)
  throw new Refusal('malformed', faults.join('; '))
}

function lengthOf(text: string): number {
  return text.length <= MAX_TEXT ? text.length : Array.from(text).length
}

/** Not within a word or an address: `you@bot.example` and `@bottom` are somebody else. */
const mentionOfBot = /(?<![A-Za-z0-9._-])[@＠](?:领头羊|(?:bot|bellwether)(?![A-Za-z0-9_]))[ \u3000]*/gi

/** Whether a text in a group speaks to the bot, and the text without the mention. */
export function readAddress(text: string): { readonly addressed: boolean; readonly text: string } {
  const rest = text.replaceAll(mentionOfBot, '')
  return rest === text ? { addressed: false, text } : { addressed: true, text: rest.trim() }
}

/** What using an action of a message means; null when no such button or form is on it. Throws Refusal on odd values. */
export function actionBody(content: Content, call: ActionCall): EventBody | null {
  for (const block of content.blocks) {
    const button = block.b === 'actions' ? block.buttons.find(it => isUsed(it, call)) : undefined
    if (button)
      return { kind: 'action', actionId: button.id, ...(button.value !== undefined && { value: button.value }) }
    if (block.b === 'form' && isUsed(block.form, call)) return formBody(block.form, call)
  }
  return null
}

/** A value cannot be made up: it is one that we put there, and need not be repeated where only one is. */
function isUsed(action: Button | Form, { actionId, value }: ActionCall): boolean {
  return action.id === actionId && (value === undefined || value === action.value)
}

function formBody(form: Form, { values = {} }: ActionCall): EventBody {
  const known = new Set(form.inputs.map(input => input.id))
  const unknown = Object.keys(values).filter(input => !known.has(input))
  if (unknown.length > 0) throw new Refusal('malformed', `values: the form has no input ${unknown.join(', ')}`)
  return { kind: 'action', actionId: form.id, values, ...(form.value !== undefined && { value: form.value }) }
}
