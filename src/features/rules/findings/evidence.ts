import { z } from 'zod'
import type { Sealing } from '../../../base/sealing.ts'
import type { Found } from '../said.ts'

/** The message of a finding, as far as it is kept. */
export interface Evidence {
  readonly text: string
  readonly what: readonly string[]
  /** Where it is in the text; also of what lies behind the end of what is kept. */
  readonly ranges: Found['ranges']
  /** All of it, with customers' numbers masked; for what held any. */
  readonly masked?: string | undefined
}

const longest = 2000
const schema = z.object({
  text: z.string(),
  what: z.array(z.string()),
  ranges: z.array(z.object({ from: z.number(), to: z.number() })).default([]),
  masked: z.string().optional(),
})

export function sealEvidence(
  sealing: Sealing,
  ruleId: string,
  text: string,
  { what, ranges, masked }: Pick<Found, 'what' | 'ranges' | 'masked'>,
): string {
  const evidence: Evidence = { text: text.slice(0, longest).toWellFormed(), what, ranges, masked }
  return sealing.seal(JSON.stringify(evidence), `finding:${ruleId}`)
}

/** Null where it is not kept any more, or not with this key. */
export function openEvidence(
  sealing: Sealing | null,
  { evidence, ruleId }: { readonly evidence: string | null; readonly ruleId: string },
): Evidence | null {
  const opened = evidence === null || sealing === null ? null : sealing.open(evidence, `finding:${ruleId}`)
  return opened === null ? null : schema.parse(JSON.parse(opened))
}
