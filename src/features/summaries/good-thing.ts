import type { Metric } from '../metrics/catalogue.ts'
import type { Deed } from '../praise/praise.ts'
import type { PoolProgress } from '../rewards/pools/pool.ts'
import type { Named, SummaryFacts } from './facts.ts'
import type { Summary } from './summary.ts'

/** Something that went well, as a fact. */
export type GoodThing =
  | { readonly kind: 'pool-reached' | 'pool-under-way'; readonly progress: PoolProgress }
  | { readonly kind: 'won'; readonly deals: number; readonly sum: number | null; readonly largest: Deal | null }
  | { readonly kind: 'thanked'; readonly times: number; readonly tag: string | null; readonly names: readonly string[] }
  | ({ readonly kind: 'praised'; readonly deed: Deed; readonly metrics: readonly Metric[] } & Named)
  | { readonly kind: 'plan-beaten'; readonly metric: Metric; readonly done: number; readonly planned: number }
  | { readonly kind: 'team-grew'; readonly metric: Metric; readonly done: number; readonly before: number }
  | ({ readonly kind: 'member-grew'; readonly metric: Metric; readonly done: number; readonly before: number } & Named)
  | { readonly kind: 'solved'; readonly count: number }
  | { readonly kind: 'punctual'; readonly reports: number; readonly late: number }

/** Who won what, and how much it is worth. */
export interface Deal extends Named {
  readonly customer: string
  readonly amount: number | null
}

export type Found = Pick<Summary, 'results' | 'blockers' | 'thanks'>
/** `used`: keys of metrics of which something good is said already. Null where there is nothing of the kind to say. */
export type Rule = (facts: SummaryFacts, found: Found, used: ReadonlySet<string>) => GoodThing | null

/** Of equals the first. */
export function bestBy<T>(all: readonly T[], of: (one: T) => number): T | null {
  return all.reduce<T | null>((best, one) => (best === null || of(one) > of(best) ? one : best), null)
}
