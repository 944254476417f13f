import { z } from 'zod'
import { UserError } from '../../base/errors.ts'

// What the buttons and forms of this feature carry, as JSON. It comes back from outside, so it is read with care.

const target = {
  round: z.uuid(),
  member: z.uuid(),
  /** The form's id and the round's day: what is only shown may be shown before the round is there. */
  form: z.uuid().exactOptional(),
  date: z.iso.date().exactOptional(),
}

export const targetSchema = z.object(target)
/** An answer to one question about a typed line. */
export const answerSchema = z.union([
  z.object({ ...target, set: z.record(z.string().max(40), z.number().min(-1e12).max(1e12)) }),
  z.object({ ...target, note: z.string().min(1).max(500) }),
])
export const reasonSchema = z.object({ report: z.uuid(), metric: z.string().max(40), reason: z.string().max(200) })
export const itemSchema = z.object({ report: z.uuid(), item: z.string().max(500) })
export const readSchema = z.uuid()

export type Target = z.infer<typeof targetSchema>
export type Pressed = z.infer<typeof answerSchema>

/** A button's value in the shape that it was made with; what is not of that shape is refused with words. */
export function readPress<S extends z.ZodType>(schema: S, value: string | undefined): z.infer<S> {
  const read = schema.safeParse(parse(value))
  if (read.success) return read.data
  throw new UserError('reports.button-gone', {
    zh: '这个按钮已失效，请重新输入 /日报 或 /计划',
    en: 'This button no longer works; type /report or /plan again',
  })
}

function parse(value: string | undefined): unknown {
  if (value === undefined || !value.startsWith('{')) return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
