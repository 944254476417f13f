/** A stretch of the typed line: its original wording and its offsets (end exclusive). */
export interface Span {
  text: string
  start: number
  end: number
}

/** A number that is understood and may be recorded. */
export interface Value extends Span {
  key: string
  value: number
}

/**
 * A number that needs one answer before it may be recorded.
 * - count-of-amount: the amount is recorded, how many it was is missing (签单8万)
 * - count-or-amount: 500 deals, or one deal of 500 (签单500)
 * - conflict: one metric is given several times; none of its values is recorded
 * - fraction: a count with a fraction    - approximate: 20多, 约5万, 3-5
 * - implausible: a count too large to be meant    - unit: money or percent for a metric that has none
 * - amount-unit: a bare small amount, 8 or 8万?
 */
export type Ask = Span &
  (
    | { question: 'count-of-amount' | 'count-or-amount'; metric: string; amountKey: string; value: number }
    | { question: 'conflict'; metric: string; values: readonly number[] }
    | { question: 'fraction' | 'approximate' | 'implausible' | 'unit' | 'amount-unit'; metric: string; value: number }
  )

/** A number that cannot be recorded at all. */
export interface Refusal extends Span {
  reason: 'negative' | 'too-large'
  metric: string
  value: number
}

/** A number with a name that the vocabulary does not have. `nearest` is the key of a metric with a similar name. */
export interface Unknown extends Span {
  name: string
  value: number
  nearest?: string
}

/** A number that may belong to a metric (拜访华为3次). Offered for confirmation; its words are kept as a note too. */
export interface Guess extends Span {
  metric: string
  value: number
}

/** What one typed line says. Lists are in the order of the line; notes and blockers keep their original wording. */
export interface LineReading {
  values: readonly Value[]
  notes: readonly string[]
  blockers: readonly string[]
  unknowns: readonly Unknown[]
  guesses: readonly Guess[]
  asks: readonly Ask[]
  refused: readonly Refusal[]
}

export interface LineOptions {
  /** A count from here on is asked: rather a phone number than a count. Default 1,000,000. */
  implausibleCountFrom?: number
}
