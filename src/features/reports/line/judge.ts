import type { Claim } from './bind.ts'
import type { Ask, Guess, LineOptions, Refusal, Span, Value } from './reading.ts'
import { isMoney } from './runs.ts'
import type { NumberToken } from './tokens.ts'
import type { MetricKind } from './vocabulary.ts'

/** What becomes of one number. */
export type Verdict =
  | { is: 'value'; value: Value }
  | { is: 'ask'; ask: Ask }
  | { is: 'refused'; refusal: Refusal }
  | { is: 'guess'; guess: Guess }

const ABSURD = 1e12
/** For an amount, or a count that comes with one: a bare number below is rather a count, from here on rather an amount. */
export const BARE_AMOUNT_FROM = 100
const IMPLAUSIBLE_COUNT_FROM = 1e6

/** Decides for each number of a claim whether it is recorded, asked or refused. `span` is the claim's wording. */
export function judgeClaim(claim: Claim, span: Span, options: LineOptions): readonly Verdict[] {
  const { metric, number, amount } = claim
  const value = number.numeral.value
  const amountKey = metric.kind === 'count' ? metric.amountKey : undefined
  if (claim.doubtful) {
    const key = amountKey !== undefined && isMoney(number) ? amountKey : metric.key
    return [{ is: 'guess', guess: { metric: key, value, ...span } }]
  }
  const asCount = judge(number, metric.key, metric.kind, span, options)
  if (amountKey === undefined) return [asCount]
  if (amount) return [asCount, judge(amount, amountKey, 'amount', span, options)]
  if (isMoney(number)) {
    const asAmount = judge(number, amountKey, 'amount', span, options)
    if (asAmount.is !== 'value') return [asAmount]
    return [
      asAmount,
      { is: 'ask', ask: { question: 'count-of-amount', metric: metric.key, amountKey, value, ...span } },
    ]
  }
  const either = asCount.is === 'value' && value >= BARE_AMOUNT_FROM && !number.measured && !claim.numberFirst
  if (!either) return [asCount]
  return [{ is: 'ask', ask: { question: 'count-or-amount', metric: metric.key, amountKey, value, ...span } }]
}

function judge(token: NumberToken, key: string, kind: MetricKind, span: Span, options: LineOptions): Verdict {
  const { value, exact } = token.numeral
  if (value < 0) return { is: 'refused', refusal: { reason: 'negative', metric: key, value, ...span } }
  if (value >= ABSURD) return { is: 'refused', refusal: { reason: 'too-large', metric: key, value, ...span } }
  const question = doubt(token, kind, options) ?? (exact ? null : 'approximate')
  if (question) return { is: 'ask', ask: { question, metric: key, value, ...span } }
  return { is: 'value', value: { key, value, ...span } }
}

type Doubt = 'fraction' | 'implausible' | 'unit' | 'amount-unit'

function doubt(token: NumberToken, kind: MetricKind, options: LineOptions): Doubt | null {
  const { value, money, percent } = token.numeral
  switch (kind) {
    case 'count':
      if (money || percent) return 'unit'
      if (!Number.isInteger(value)) return 'fraction'
      return value >= (options.implausibleCountFrom ?? IMPLAUSIBLE_COUNT_FROM) ? 'implausible' : null
    case 'amount': {
      if (percent || (token.measured && !money)) return 'unit'
      const small = value > 0 && value < BARE_AMOUNT_FROM
      return small && !money && !isMoney(token) ? 'amount-unit' : null
    }
    case 'percent':
      return money || token.measured ? 'unit' : null
    case 'number':
      return null
  }
}
