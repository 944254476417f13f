import type { Normalised } from './normalise.ts'

/** Digits that stand together; `from` and `to` are of the plain text. An ID card's may end with X, or be X alone. */
export interface Group {
  readonly digits: string
  readonly from: number
  readonly to: number
}

/** Groups that may be parts of one number: nothing between them but a few spaces, hyphens, dots or brackets. */
export function chainsOf({ plain }: Normalised): readonly (readonly Group[])[] {
  const chains: Group[][] = []
  let last = -1
  for (const { 0: digits, index: from } of plain.matchAll(/\d+(?:x(?![\da-z]))?|(?<![\da-z])x(?![\da-z])/g)) {
    const group = { digits: digits.toUpperCase(), from, to: from + digits.length }
    const chain = chains.at(-1)
    if (chain !== undefined && joining.test(plain.slice(last, Math.min(from, last + 5)))) chain.push(group)
    else chains.push([group])
    last = group.to
  }
  return chains
}

const joining = /^[ .()·•_-]{1,4}$/
