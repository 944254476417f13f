import { z } from 'zod'
import type { Json } from '../../../base/json.ts'
import type { Found } from '../said.ts'

const foundSchema = z.object({
  ranges: z.array(z.object({ from: z.number(), to: z.number() })),
  what: z.array(z.string()),
  masked: z.string().optional(),
  instead: z.array(z.string()).optional(),
  doubtful: z.literal(true).optional(),
})

/** What the ear tells whoever handles the message. */
const noticedSchema = z.object({
  found: z.array(z.object({ ruleId: z.string(), version: z.number(), found: foundSchema })),
  /** The speaker may have owed an answer here. */
  answers: z.boolean(),
})

export interface Noticed {
  readonly found: readonly { readonly ruleId: string; readonly version: number; readonly found: Found }[]
  readonly answers: boolean
}

/** Null for what another version has written down: it is handled as if nothing had been noticed. */
export function readNoticed(json: Json): Noticed | null {
  const { data } = noticedSchema.safeParse(json)
  if (data === undefined) return null
  return { ...data, found: data.found.map(({ found, ...rule }) => ({ ...rule, found: toFound(found) })) }
}

function toFound({ ranges, what, masked, instead, doubtful }: z.infer<typeof foundSchema>): Found {
  return {
    ranges,
    what,
    ...(masked !== undefined && { masked }),
    ...(instead && { instead }),
    ...(doubtful && { doubtful }),
  }
}

export function writeNoticed({ found, answers }: Noticed): Json {
  const asJson = ({ ranges, what, masked, instead, doubtful }: Found): Json => ({
    ...{ ranges: ranges.map(({ from, to }) => ({ from, to })), what },
    ...(masked !== undefined && { masked }),
    ...(instead && { instead }),
    ...(doubtful && { doubtful }),
  })
  return { answers, found: found.map(one => ({ ...one, found: asJson(one.found) })) }
}
