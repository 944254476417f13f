import { z } from 'zod'
import type { AccountFacts, InboundEvent } from '../../../src/platform/events.ts'

export { type Ignored, id, ignored, words } from '../../shared/wire.ts'

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
