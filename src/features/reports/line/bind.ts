import { isMoney, type RunItem, type Second } from './runs.ts'
import type { NameToken, NumberToken } from './tokens.ts'
import type { Metric } from './vocabulary.ts'

/** A metric with the number that belongs to it. */
export interface Claim {
  metric: Metric
  number: NumberToken
  /** The amount that came with a count: the 8万 of 签单1/8万. */
  amount: NumberToken | null
  /** Whether the number stands before its name: 20 calls. */
  numberFirst: boolean
  /** Too loosely bound to be recorded unasked. */
  doubtful: boolean
  start: number
  end: number
}

interface Pair {
  name: NameToken
  number: NumberToken
  second?: Second | null
  doubtful: boolean
}

/** Joins a name, its number and, where the metric has an amount and the second number can be one, that amount. */
export function claimOf({ name, number, second = null, doubtful }: Pair): Claim {
  const amount = second && name.metric.amountKey !== undefined && mayBeAmount(number, second.number) ? second : null
  // 拜访3/5 may be three of five.
  const halved = second?.slashed === true && amount === null
  return {
    metric: name.metric,
    number,
    amount: amount?.number ?? null,
    numberFirst: number.start < name.start,
    doubtful: doubtful || halved || number.doubtful,
    start: Math.min(name.start, number.start),
    end: Math.max(name.end, number.end, amount?.end ?? 0),
  }
}

const mayBeAmount = (count: NumberToken, amount: NumberToken): boolean => !isMoney(count) && !amount.measured

/** 20通电话: a measured number right before a name. */
export const hugs = (number: RunItem, name: RunItem): boolean =>
  number.token.type === 'number' && number.token.measured && number.token.end === name.token.start

/** Names before numbers: 拜访 3 电话 20. A last name without a number is left over. */
export function bindForward(items: readonly RunItem[]): { claims: readonly Claim[]; unbound: NameToken | null } {
  const claims: Claim[] = []
  for (let at = 0; at < items.length; at += 2) {
    const name = items[at]?.token
    const number = items[at + 1]
    if (name?.type !== 'name') break
    if (number?.token.type !== 'number') return { claims, unbound: name }
    // 拜访3，120电话 may be 3,120 visits, or 3 visits and 120 calls.
    const doubtful = at + 3 === items.length && number.token.numeral.text.includes(',')
    claims.push(claimOf({ name, number: number.token, second: number.second, doubtful }))
  }
  return { claims, unbound: null }
}

/** Numbers before names: 3 visits 20 calls. A last number is the amount of the last name (1 deal 80k) or belongs nowhere. */
export function bindBackward(items: readonly RunItem[]): readonly Claim[] {
  const claims: Claim[] = []
  const [first, second] = items
  const surplus = items.length % 2 === 1 ? items.at(-1)?.token : undefined
  for (let at = 0; at + 1 < items.length; at += 2) {
    const number = items[at]?.token
    const name = items[at + 1]
    if (number?.type !== 'number' || name?.token.type !== 'name') break
    const amount = at + 3 === items.length && surplus?.type === 'number' && isMoney(surplus) ? surplus : null
    const behind = amount && { number: amount, slashed: false, end: amount.end }
    claims.push(claimOf({ name: name.token, number, second: name.second ?? behind, doubtful: false }))
  }
  // "3 visits 5": either number may be the one.
  const unclear = surplus && first && second && claims.at(-1)?.amount === null && !hugs(first, second)
  return unclear ? claims.map(claim => ({ ...claim, doubtful: true })) : claims
}
