import { createHash, randomInt } from 'node:crypto'

/** No letters and figures that look alike. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 6

/** What a code is for: another account of the same person, or another group of the same team. */
export type Purpose = 'account' | 'group'

/** So long a code may be typed. */
export const CODE_MINUTES = 10

export function endOfCode(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + CODE_MINUTES * 60_000)
}

/** Something short to type on another platform. `pick` answers a whole number from 0 to just below the one given. */
export function newCode(pick: (below: number) => number = randomInt): string {
  return Array.from({ length }, () => alphabet[pick(alphabet.length)]).join('')
}

/** The code in what somebody typed, in any width and case, also with gaps; null when it can be none. */
export function readCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·_-]/g, '')
  return code.length === length && [...code].every(letter => alphabet.includes(letter)) ? code : null
}

/** What is kept of a code: whoever reads the database cannot type it. A code for one purpose is none for another. */
export function hashOf(code: string, purpose: Purpose): string {
  return createHash('sha256').update(`${purpose}:${code}`).digest('hex')
}

/** Wrong codes that a person has typed since then. */
export interface Guesses {
  readonly wrong: number
  readonly since: Date
}

/** More wrong codes than these within the time that a code lasts are no slips any more. */
const GUESSES = 5

/** Until when a person may type no further code; null when they may. */
export function heldUntil(guesses: Guesses | null, now: Date): Date | null {
  if (guesses === null || guesses.wrong < GUESSES) return null
  const until = endOfCode(guesses.since)
  return now < until ? until : null
}

/** The count after one more wrong code. */
export function oneMore(guesses: Guesses | null, now: Date): Guesses {
  return guesses === null || endOfCode(guesses.since) <= now
    ? { wrong: 1, since: now }
    : { ...guesses, wrong: guesses.wrong + 1 }
}
