import { createHmac, randomInt } from 'node:crypto'

/** No letters and figures that look alike: sixteen of them are 79 bits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const groups = 4

/** A code that nobody guesses, `K7QX-2M9P-…`. `pick` answers a whole number from 0 to just below the one given. */
export function newCode(pick: (below: number) => number = randomInt): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[pick(alphabet.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

const letters = '[2-9a-hjkmnp-z]{4}'
const opening = new RegExp(`^(${letters}(?:[-–—]?${letters}){${groups - 1}})(?=$|[\\s:,，。])[\\s:,，。]*`)

/** The code with which a folded text opens, as it was given out, and how much of the text it takes; else null. */
export function readCode(folded: string): { readonly code: string; readonly length: number } | null {
  const [whole, typed] = opening.exec(folded) ?? []
  if (whole === undefined || typed === undefined) return null
  const bare = typed.replaceAll(/[-–—]/g, '').toUpperCase()
  return { code: (bare.match(/.{4}/g) ?? []).join('-'), length: whole.length }
}

/** All that is kept of a code. */
export function hashOf(code: string, salt: string): string {
  return createHmac('sha256', salt).update(code).digest('hex')
}
