import type { Json } from '../base/json.ts'
import { type End, hashOf, type Link, sealOf } from './hash.ts'

/** A row of the log, as it is read to be proved. */
export interface Row extends Link {
  readonly hash: string
  readonly actorPersonId: string | null
  /** Null since the one who did it was erased; so with the one whom it is about. */
  readonly bySalt: string | null
  readonly memberId: string | null
  readonly detail: Json
  readonly aboutSalt: string | null
}

/** What is wrong with a chain, with the number of the first entry that shows it. */
export type Fault =
  | {
      readonly kind: 'changed' | 'inserted' | 'unlinked'
      readonly seq: number
      readonly what: string
      readonly at: Date
    }
  /** Entries in between are gone; or, `cut`, those at the end. */
  | { readonly kind: 'missing' | 'cut'; readonly seq: number; readonly to: number }
  /** The row that tells where the chain ends is gone or tells of another entry. */
  | { readonly kind: 'end'; readonly seq: number }
  /** Names were taken out of entries otherwise than by erasing somebody. */
  | { readonly kind: 'erased'; readonly parts: number; readonly stated: number }
  /** The entry is another one than it was; or, `shorter`, it is no more. */
  | { readonly kind: 'unexpected' | 'shorter'; readonly seq: number }

/** Says in an entry of its own that somebody was erased, with `parts`: from how many places of the log. */
export const ERASED = 'audit.erased'

/** Whether an entry is as it was written and follows the one before it. */
export function checkRow(before: End, row: Row): Fault | null {
  const { seq, what, at } = row
  if (seq > before.seq + 1) return { kind: 'missing', seq: before.seq + 1, to: seq - 1 }
  if (seq <= before.seq) return { kind: 'inserted', seq, what, at }
  if (Number.isNaN(at.getTime()) || hashOf(row) !== row.hash || !isSealed(row))
    return { kind: 'changed', seq, what, at }
  return row.previous === before.hash ? null : { kind: 'unlinked', seq, what, at }
}

function isSealed({ actorPersonId, bySalt, bySeal, memberId, detail, aboutSalt, aboutSeal }: Row): boolean {
  const by = bySalt === null ? actorPersonId === null : sealOf(bySalt, actorPersonId) === bySeal
  const isForgotten = memberId === null && detail === null
  const about = aboutSalt === null ? isForgotten : sealOf(aboutSalt, [memberId, detail]) === aboutSeal
  return by && about
}

/** Where the entries end, against where the chain says that it ends: null where it says nothing. */
export function checkEnd(last: End, end: End | null): Fault | null {
  if (end === null) return last.seq === 0 ? null : { kind: 'end', seq: last.seq }
  if (last.seq < end.seq) return { kind: 'cut', seq: last.seq + 1, to: end.seq }
  return last.seq === end.seq && last.hash === end.hash ? null : { kind: 'end', seq: last.seq }
}

/** Against an end that somebody wrote down earlier. */
export function checkExpected({ seq, hash }: End, expected: End | undefined): Fault | null {
  return expected?.seq === seq && expected.hash !== hash ? { kind: 'unexpected', seq } : null
}

/** How many of the two parts of an entry were erased. */
export function erasedParts({ bySalt, aboutSalt }: Row): number {
  return Number(bySalt === null) + Number(aboutSalt === null)
}

/** From how many places an entry says that somebody was taken out. */
export function statedParts({ what, detail }: Row): number {
  if (what !== ERASED || typeof detail !== 'object' || detail === null || !('parts' in detail)) return 0
  return typeof detail['parts'] === 'number' ? detail['parts'] : 0
}
