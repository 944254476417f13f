import { z } from 'zod'
import type { AccountFacts, InboundEvent } from '../../../src/platform/events.ts'

/** Pieces that all payloads share. Objects are loose: what we do not know of, we do not look at. */

/** DingTalk's id of anything: a person, a conversation, a message. */
export const id = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)

/** Longer than DingTalk lets a message be, in UTF-16 units. */
const longest = 50_000

/** What somebody wrote. No database keeps a NUL, and half of a surrogate pair is no text. */
export const words = z
  .string()
  .max(longest)
  .transform(text => text.toWellFormed().replaceAll('\0', ''))

/** Milliseconds since 1970; undefined where DingTalk tells none, or 0. */
export const moment = z
  .number()
  .int()
  .min(1)
  .max(8_640_000_000_000_000)
  .transform(ms => new Date(ms))
  .optional()
  .catch(undefined)

export type Place = InboundEvent['place']

/** JSON within a string, as DingTalk nests it; anything else is no JSON. */
export const jsonText = z.string().transform((text, ctx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    ctx.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})

/** Somebody without a staff id belongs to another company: we know them by another kind of id, and cannot write to them. */
const outside = 'x:'

/** @param staffId - empty or absent for people from outside */
export function accountOf(staffId: string | undefined, senderId: string): AccountFacts {
  return staffId ? { accountId: staffId } : { accountId: `${outside}${senderId}`, standing: 'stranger' }
}

/** The account has no staff id, so neither the directory nor a direct message reaches it. */
export function isOutside(accountId: string): boolean {
  return accountId.startsWith(outside)
}

/** Why a payload leads to nothing. */
export interface Ignored {
  readonly kind: 'ignored'
  readonly why: string
}

export const ignored = (why: string): Ignored => ({ kind: 'ignored', why })
