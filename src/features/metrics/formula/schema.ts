import { z } from 'zod'
import type { Formula } from './formula.ts'

/** As it is kept: the tree, since names change and words would have to be read anew. */
export const formulaSchema: z.ZodType<Formula> = z.lazy(() =>
  z.union([
    z.object({ op: z.literal('number'), value: z.number() }),
    z.object({ op: z.literal('metric'), key: z.string() }),
    z.object({ op: z.literal('minus'), of: formulaSchema }),
    z.object({ op: z.enum(['+', '-', '*', '/']), left: formulaSchema, right: formulaSchema }),
  ]),
)
