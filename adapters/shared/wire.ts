import { z } from 'zod'

/** Pieces that the payloads of all platforms share. Objects are loose: what we do not know of, we do not look at. */

/** A platform's id of anything: a person, a place, a message, a call. Large and small letters are different ones. */
export const id = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)

/** Longer than any platform lets a message be, in UTF-16 units. */
const longest = 50_000

/** What somebody wrote. No database keeps a NUL, and half of a surrogate pair is no text. */
export const words = z
  .string()
  .max(longest)
  .transform(text => text.toWellFormed().replaceAll('\0', ''))

/** Why a payload leads to nothing. Quiet: platforms send much that is not for us. */
export interface Ignored {
  readonly kind: 'ignored'
  readonly why: string
}

export const ignored = (why: string): Ignored => ({ kind: 'ignored', why })
