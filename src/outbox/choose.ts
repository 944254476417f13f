import { isUntouched, superseded } from './coalesce.ts'
import type { Head } from './delivery.ts'

export interface Choice {
  readonly expired: readonly string[]
  readonly merged: readonly string[]
  /** What to send now, in order; nothing while the conversation is held. */
  readonly due: readonly Head[]
  /** A message that is being tried again holds the conversation until then. */
  readonly heldUntil: Date | null
}

/** So often a message that is not taken makes those behind it wait, to keep the order; then it is its own trouble. */
export const holdingAttempts = 3

/** Decides what becomes of a conversation's deliveries at `now`. `heads` are those that are due or may hold it. */
export function choose(heads: readonly Head[], now: Date): Choice {
  const expired = heads.filter(head => !head.begun && head.expiresAt !== null && head.expiresAt <= now)
  const alive = heads.filter(head => !expired.includes(head))
  const due = alive.filter(head => head.notBefore <= now)
  const merged = superseded(due)
  const left = due.filter(head => !merged.has(head.id)).toSorted(inOrder)
  const held = alive.filter(head => head.notBefore > now && head.attempts > 0 && head.attempts <= holdingAttempts)
  const heldUntil = held.reduce<Date | null>((latest, { notBefore }) => later(latest, notBefore), null)
  return {
    expired: expired.map(head => head.id),
    merged: [...merged],
    due: heldUntil ? [] : left,
    heldUntil,
  }
}

/** What is under way is finished first, then by lane, then as written. */
function inOrder(a: Head, b: Head): number {
  const under = Number(isUntouched(a)) - Number(isUntouched(b))
  return under || a.lane - b.lane || (a.seq < b.seq ? -1 : 1)
}

function later(a: Date | null, b: Date): Date {
  return a !== null && a > b ? a : b
}
