import type { Metric } from '../metrics/metric.ts'
import { parseNumeral } from '../reports/line/numeral.ts'

export type ValueProblem = 'no-number' | 'approximate' | 'negative' | 'too-large' | 'fraction' | 'not-percent'

export type ValueRead =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: ValueProblem }

const ABSURD = 1e12

/** The value that a text gives a metric: 5, 8万, 30%. Money may be taken back, so it may be below 0. */
export function readValue(text: string, { unit }: Pick<Metric, 'unit'>): ValueRead {
  const numeral = parseNumeral(text)
  const problem = numeral === null ? 'no-number' : problemOf(numeral, unit)
  return numeral === null || problem !== null
    ? { ok: false, problem: problem ?? 'no-number' }
    : { ok: true, value: numeral.value }
}

function problemOf(
  { value, exact, percent }: NonNullable<ReturnType<typeof parseNumeral>>,
  unit: Metric['unit'],
): ValueProblem | null {
  if (!exact) return 'approximate'
  if (!(Math.abs(value) < ABSURD)) return 'too-large'
  if (percent && unit !== 'percent') return 'not-percent'
  if (value < 0 && (unit === 'count' || unit === 'percent')) return 'negative'
  return unit === 'count' && !Number.isInteger(value) ? 'fraction' : null
}
