import { z } from 'zod'

/** Pieces that all payloads share. Objects are loose: what we do not know of, we do not look at. */

/** WeCom's id of anything: a person, a chat, a message. Large and small letters are different ones. */
export const id = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)

/** Longer than WeCom lets a message be, in UTF-16 units. */
const longest = 50_000

/** What somebody wrote. No database keeps a NUL, and half of a surrogate pair is no text. */
export const words = z
  .string()
  .max(longest)
  .transform(text => text.toWellFormed().replaceAll('\0', ''))

/** Seconds since 1970 as a date; undefined where WeCom tells none, or 0. */
export const moment = z
  .number()
  .int()
  .min(1)
  .max(8_640_000_000_000)
  .transform(seconds => new Date(seconds * 1000).toISOString())
  .optional()
  .catch(undefined)

/** Why a payload leads to nothing. */
export interface Ignored {
  readonly kind: 'ignored'
  readonly why: string
}

export const ignored = (why: string): Ignored => ({ kind: 'ignored', why })
