import { createHash, randomInt } from 'node:crypto'

/** What is kept of a person's address. */
export interface Kept {
  /** Proved to be theirs. */
  readonly address: string | null
  /** Since when a mail server takes nothing for it. */
  readonly refusedAt: Date | null
  /** Said to be theirs, with the code that would prove it. */
  readonly asked: string | null
  /** Null beside an address for which the server took no code. */
  readonly codeHash: string | null
  readonly codeUntil: Date | null
  readonly wrong: number
  /** Codes sent since `sentSince`. */
  readonly sent: number
  readonly sentSince: Date | null
}

export const CODE_MINUTES = 30
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** More wrong ones are no slips. */
const GUESSES = 5

/** So many codes a person may have sent in a day: the mailbox may be somebody else's. */
const CODES_A_DAY = 5

/** Six figures. `pick` answers a whole number from 0 to just below the one given. */
export function newCode(pick: (below: number) => number = randomInt): string {
  return String(pick(1_000_000)).padStart(6, '0')
}

/** A code for one person is none for another, and whoever reads the database cannot type it off. */
export function hashOf(code: string, personId: string): string {
  return createHash('sha256').update(`mail:${personId}:${code}`).digest('hex')
}

export function endOfCode(sentAt: Date): Date {
  return new Date(sentAt.getTime() + CODE_MINUTES * MINUTE)
}

/** From when on a person may have a code sent again; null when they may now. */
export function nextCodeAt({ sent, sentSince }: Kept, now: Date): Date | null {
  if (sentSince === null || sent < CODES_A_DAY) return null
  const until = new Date(sentSince.getTime() + DAY)
  return now < until ? until : null
}

/** The count of sent codes after one more. */
export function oneMoreSent({ sent, sentSince }: Kept, now: Date): Pick<Kept, 'sent' | 'sentSince'> {
  const isOld = sentSince === null || now.getTime() - sentSince.getTime() >= DAY
  return isOld ? { sent: 1, sentSince: now } : { sent: sent + 1, sentSince }
}

export type Judged = 'right' | 'wrong' | 'none-asked' | 'over' | 'too-often'

export function judgeCode(kept: Kept, code: string, personId: string, now: Date): Judged {
  const { asked, codeHash, codeUntil, wrong } = kept
  if (asked === null || codeHash === null || codeUntil === null) return 'none-asked'
  if (wrong >= GUESSES) return 'too-often'
  if (now >= codeUntil) return 'over'
  return hashOf(code, personId) === codeHash ? 'right' : 'wrong'
}
