import { DAY_MS } from '../../calendar/dates.ts'
import type { Manners, Step } from './rule.ts'

/** How a member stands with a rule. */
export interface Standing {
  /** How many steps were taken since the ladder began. */
  readonly taken: number
  /** When the last step was taken; null before the first. */
  readonly steppedAt: Date | null
  /** When the rule was last not kept, whether anything was said of it or not. */
  readonly foundAt: Date | null
}

export const clean: Standing = { taken: 0, steppedAt: null, foundAt: null }

export type Courtesy =
  | { readonly kind: 'step'; readonly number: number; readonly step: Step }
  /** Too soon after the last one: it is counted, and nothing is said. */
  | { readonly kind: 'cooling' }

const MINUTE_MS = 60_000

/**
 * What a finding leads to, and how the member stands afterwards. One step at a time, each with its pause; whoever keeps the rule
 * for long enough begins anew; at the last step it stays.
 */
export function courtesyFor(
  { steps, coolDown, forgivenAfter }: Manners,
  standing: Standing,
  at: Date,
): { readonly courtesy: Courtesy; readonly standing: Standing } {
  const isForgiven = standing.foundAt !== null && since(standing.foundAt, at) >= forgivenAfter * DAY_MS
  const { taken, steppedAt } = isForgiven ? clean : standing
  if (steppedAt !== null && since(steppedAt, at) < coolDown * MINUTE_MS) {
    return { courtesy: { kind: 'cooling' }, standing: { taken, steppedAt, foundAt: at } }
  }
  const number = Math.min(taken + 1, steps.length)
  const step = steps[number - 1]
  if (step === undefined) throw new RangeError('a rule has at least one step')
  return { courtesy: { kind: 'step', number, step }, standing: { taken: number, steppedAt: at, foundAt: at } }
}

function since(earlier: Date, later: Date): number {
  return later.getTime() - earlier.getTime()
}
