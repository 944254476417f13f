import type { LocalDate } from '../../calendar/dates.ts'
import { quantised } from '../metrics/entry-changes.ts'
import { fold } from '../team/find-member.ts'

/** A deal that somebody rang the bell for. */
export interface Win {
  readonly id: string
  readonly teamId: string
  readonly memberId: string
  readonly customer: string
  /** Null when nobody said how much. */
  readonly amount: number | null
  readonly note: string | null
  /** The metrics that count deals and add up their money; null where the team had none. */
  readonly dealsKey: string | null
  readonly revenueKey: string | null
  readonly date: LocalDate
  /** The person who rang, who need not be the member. */
  readonly rungBy: string
  readonly rungAt: Date
}

/** The customer as it is compared: width, case, spaces and punctuation make no other customer. */
export function customerKey(customer: string): string {
  const key = fold(customer).replaceAll(/[\s\p{P}]+/gu, '')
  return key === '' ? fold(customer) : key
}

/**
 * The bell of the day that has rung for the same already; null when this is another deal. A note of its own tells deals
 * with the same customer and amount apart; without an amount any deal of the day with that customer is meant.
 */
export function alreadyRung(standing: readonly Win[], said: Pick<Win, 'customer' | 'amount' | 'note'>): Win | null {
  const key = customerKey(said.customer)
  return (
    standing.find(
      win =>
        customerKey(win.customer) === key &&
        (said.amount === null || win.amount === said.amount) &&
        (said.note === null || win.note === said.note),
    ) ?? null
  )
}

type Values = Readonly<Record<string, number>>

/** Metric key → what the wins come to: their number, and the money of those that say how much. */
export function valuesOf(wins: readonly Win[]): Values {
  const values: Record<string, number> = {}
  const add = (key: string | null, value: number): void => {
    if (key !== null) values[key] = quantised((values[key] ?? 0) + value)
  }
  for (const { dealsKey, revenueKey, amount } of wins) {
    add(dealsKey, 1)
    if (amount !== null) add(revenueKey, amount)
  }
  return values
}

/** The values of which a report says less than was rung; an empty object when it says all of it, or more. */
export function shortOf(wins: readonly Win[], reported: Values): Values {
  return Object.fromEntries(Object.entries(valuesOf(wins)).filter(([key, value]) => (reported[key] ?? 0) < value))
}
