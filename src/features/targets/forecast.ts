/** Where the end of a period will probably be, at what has been brought on a workday so far. */
export type Forecast =
  /** Nothing is left to forecast, or it cannot be added up. */
  | { readonly kind: 'none' }
  /** With fewer workdays to go by, any figure would be a guess. */
  | { readonly kind: 'too-early'; readonly days: number; readonly least: number }
  | { readonly kind: 'range'; readonly likely: number; readonly low: number; readonly high: number }

/** Fewer workdays than these say nothing. */
export const LEAST_DAYS = 10

/** Eight of ten outcomes of a normal distribution lie within so many standard deviations. */
const EIGHT_IN_TEN = 1.2816

/**
 * What `done` grows to over the days that are left. Each is taken to be like the person's own past workdays, independent of
 * each other: their sum is then about normal, with the variance of the days to come and that of the average itself, which
 * is known the better the more days there were. It never falls below what is done already.
 *
 * @param sample - what the person brought on each of their last full workdays, days without anything included
 */
export function forecast(done: number, daysLeft: number, sample: readonly number[]): Forecast {
  if (daysLeft === 0) return { kind: 'none' }
  const days = sample.length
  if (days < LEAST_DAYS) return { kind: 'too-early', days, least: LEAST_DAYS }
  const mean = sample.reduce((sum, one) => sum + one, 0) / days
  const variance = sample.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (days - 1)
  const likely = done + mean * daysLeft
  const margin = EIGHT_IN_TEN * Math.sqrt(variance * daysLeft * (1 + daysLeft / days))
  return { kind: 'range', likely, low: Math.max(done, likely - margin), high: Math.max(done, likely + margin) }
}
