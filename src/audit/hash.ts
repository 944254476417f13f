import { createHash } from 'node:crypto'
import type { Json } from '../base/json.ts'

/** What is hashed of an entry. Who did it, to whom and the details stand in it as seals alone, so that they can be erased. */
export interface Link {
  readonly teamId: string
  /** From 1, without gaps. */
  readonly seq: number
  /** The hash of the entry before it. */
  readonly previous: string
  readonly at: Date
  readonly what: string
  readonly words: Json
  readonly read: boolean
  readonly bySeal: string
  readonly aboutSeal: string
}

/** Where a chain ends. */
export interface End {
  readonly seq: number
  readonly hash: string
}

/** The end of a chain without entries. */
export const beginning: End = { seq: 0, hash: '0'.repeat(64) }

/** The hash of an entry, 64 hexadecimal digits. The migration `audit_chain` makes the same in SQL, so this never changes. */
export function hashOf(link: Link): string {
  const { teamId, seq, previous, at, what, words, read, bySeal, aboutSeal } = link
  return sha256(canonical([teamId, seq, previous, at.toISOString(), what, words, read, bySeal, aboutSeal]))
}

/** Commits to a value that may have to be forgotten: without the salt nobody can find it by trying. */
export function sealOf(salt: string, value: Json): string {
  return sha256(`${salt}:${canonical(value)}`)
}

/** JSON in the one way in which it is hashed: keys sorted, no spaces. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
