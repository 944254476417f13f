import type { Target } from './target.ts'

/** How a target looks before it is agreed on; nothing here forbids it. */
export interface SmartCheck {
  readonly achievable: Achievable
  readonly relevant: Relevant
  /** Days of the period that are still to be worked, leave taken off. */
  readonly daysLeft: number
  readonly warnings: readonly Warning[]
}

/** A target against what was brought in past periods of the same kind. */
export type Achievable =
  | { readonly kind: 'too-little-history'; readonly periods: number }
  | {
      readonly kind: 'compared'
      readonly periods: number
      /** In how many of them it would have been reached. */
      readonly reached: number
      /** How many of a hundred periods it asks to beat. */
      readonly percentile: number
      readonly best: number
    }

/** The target of the team that it serves, and the part of it that it makes, where both add up to one. */
export interface Relevant {
  readonly parent: Target | null
  readonly share: number | null
}

export type Warning = 'never-reached' | 'rarely-reached' | 'easy' | 'no-days-left'

export interface SmartFacts {
  readonly value: number
  readonly lessIsBetter: boolean
  /** What came of past periods of the same kind that are over, in any order. */
  readonly past: readonly number[]
  readonly parent: Target | null
  /** Whether it is measured as the parent is, so that it is a part of it. */
  readonly isPart: boolean
  readonly daysLeft: number
}

/** Fewer past periods say nothing about what is usual. */
const LEAST_PERIODS = 3
const RARE = 90
const USUAL = 25

export function checkTarget({ value, lessIsBetter, past, parent, isPart, daysLeft }: SmartFacts): SmartCheck {
  const achievable = comparison(value, past, lessIsBetter)
  const share = parent && isPart && parent.value > 0 ? value / parent.value : null
  const warnings: Warning[] = []
  if (achievable.kind === 'compared') {
    if (achievable.reached === 0) warnings.push('never-reached')
    else if (achievable.percentile >= RARE) warnings.push('rarely-reached')
    else if (achievable.percentile < USUAL) warnings.push('easy')
  }
  if (daysLeft === 0) warnings.push('no-days-left')
  return { achievable, relevant: { parent, share }, daysLeft, warnings }
}

function comparison(value: number, past: readonly number[], lessIsBetter: boolean): Achievable {
  const periods = past.length
  if (periods < LEAST_PERIODS) return { kind: 'too-little-history', periods }
  const reached = past.filter(one => (lessIsBetter ? one <= value : one >= value)).length
  const best = lessIsBetter ? Math.min(...past) : Math.max(...past)
  return { kind: 'compared', periods, reached, percentile: Math.round((1 - reached / periods) * 100), best }
}
