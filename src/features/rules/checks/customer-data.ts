import { mask } from '../../../filter/mask.ts'
import { findPersonalData } from '../../../filter/personal-data.ts'
import type { Condition } from '../condition.ts'
import type { Rule } from '../rule.ts'
import type { Found } from '../said.ts'
import type { Check } from './check.ts'
import { once } from './once.ts'

type CustomerData = Extract<Condition, { kind: 'customer-data' }>

const numbersIn = once(findPersonalData)

interface Masking {
  readonly rule: Pick<Rule, 'definition' | 'state'>
  readonly found: Found
}

/** The same copy for all rules that hold: what one of them masks, none of them shows. */
export function withOneCopy<H extends Masking>(hits: readonly H[], text: string): readonly H[] {
  const masking = hits.filter(({ rule, found }) => rule.state === 'on' && found.masked !== undefined)
  if (masking.length < 2) return hits
  const wanted = new Set(masking.flatMap(({ found }) => found.what))
  const masked = mask(
    text,
    findPersonalData(text).filter(({ kind }) => wanted.has(kind)),
  )
  return hits.map(hit => (masking.includes(hit) ? { ...hit, found: { ...hit.found, masked } } : hit))
}

export function customerData({ what }: Pick<CustomerData, 'what'>): Check {
  const wanted = new Set<string>(what)
  return said => {
    const numbers = numbersIn(said).filter(({ kind }) => wanted.has(kind))
    if (numbers.length === 0) return null
    return {
      ranges: numbers.map(({ from, to }) => ({ from, to })),
      what: [...new Set(numbers.map(({ kind }) => kind))],
      masked: mask(said.text, numbers),
    }
  }
}
