import type { KudosSettings } from './kudos-settings.ts'

/** What is to be said, by whom to whom. */
export interface Thanks {
  readonly giverId: string
  /** Each once. */
  readonly receiverIds: readonly string[]
  readonly reason: string
  readonly tags: readonly string[]
}

/** What stands already, without what was taken back. */
export interface Ledger {
  readonly givenToday: number
  readonly receivedToday: ReadonlyMap<string, number>
  /** From this giver to each, since Monday. */
  readonly pairThisWeek: ReadonlyMap<string, number>
  /** To whom this giver said just this today. */
  readonly saidTo: readonly string[]
}

export type Refusal =
  | { readonly kind: 'self' | 'no-reason' | 'long-reason' }
  | { readonly kind: 'unknown-tag'; readonly tags: readonly string[] }
  /** `left` may still be given today. */
  | { readonly kind: 'give-budget'; readonly left: number }
  | { readonly kind: 'again' | 'receive-budget' | 'pair-limit'; readonly receiverIds: readonly string[] }

const LEAST_REASON = 2
export const LONGEST_REASON = 300

/** Why this cannot be said now, or null. What is said to several is said to all of them or to nobody. */
export function refuse(thanks: Thanks, ledger: Ledger, limits: KudosSettings): Refusal | null {
  return refuseWords(thanks, limits) ?? refuseCount(thanks, ledger, limits)
}

function refuseWords({ giverId, receiverIds, reason, tags }: Thanks, { values }: KudosSettings): Refusal | null {
  if (receiverIds.includes(giverId)) return { kind: 'self' }
  if ((reason.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_REASON) return { kind: 'no-reason' }
  if ([...reason].length > LONGEST_REASON) return { kind: 'long-reason' }
  const unknown = values.length === 0 ? [] : tags.filter(tag => ownSpelling(tag, values) === undefined)
  return unknown.length > 0 ? { kind: 'unknown-tag', tags: unknown } : null
}

function refuseCount({ receiverIds }: Thanks, ledger: Ledger, limits: KudosSettings): Refusal | null {
  const again = receiverIds.filter(id => ledger.saidTo.includes(id))
  if (again.length > 0) return { kind: 'again', receiverIds: again }
  const left = Math.max(0, limits.givePerDay - ledger.givenToday)
  if (receiverIds.length > left) return { kind: 'give-budget', left }
  const beyond = (counts: ReadonlyMap<string, number>, limit: number) =>
    receiverIds.filter(id => (counts.get(id) ?? 0) >= limit)
  const often = beyond(ledger.pairThisWeek, limits.pairPerWeek)
  if (often.length > 0) return { kind: 'pair-limit', receiverIds: often }
  const full = beyond(ledger.receivedToday, limits.receivePerDay)
  return full.length > 0 ? { kind: 'receive-budget', receiverIds: full } : null
}

/** The team's own spelling of a tag; undefined for one that is none of its values. */
export function ownSpelling(tag: string, values: readonly string[]): string | undefined {
  return values.find(value => foldTag(value) === foldTag(tag))
}

function foldTag(tag: string): string {
  return tag.normalize('NFKC').toLowerCase()
}
