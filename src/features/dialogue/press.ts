import { z } from 'zod'

// What the buttons of a dialogue carry, as JSON: short keys, because some platforms give a button's value little room.

/** An answer to input `i` of dialogue `d`. */
export const answerSchema = z.object({ d: z.uuid(), i: z.string(), v: z.string() })
export type AnswerPress = z.infer<typeof answerSchema>

/** Something else, said while input `i` was asked; without one at the summary. */
export const controlSchema = z.object({
  d: z.uuid(),
  c: z.enum(['keep', 'skip', 'clear', 'back', 'cancel', 'submit']),
  i: z.string().exactOptional(),
})
export type ControlPress = z.infer<typeof controlSchema>

/** Null for what was made by nobody of ours. */
export function readPress<S extends z.ZodType>(schema: S, value: string | undefined): z.infer<S> | null {
  try {
    return schema.safeParse(JSON.parse(value ?? '')).data ?? null
  } catch {
    return null
  }
}
