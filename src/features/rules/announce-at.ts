import { toLocal, type Zone } from '../../calendar/zone.ts'
import { isWithin, nextBeginning, type QuietHours } from '../nudges/quiet-hours.ts'

const MINUTE_MS = 60_000

/** When a change is told: after the wait, in which others may join it, and not in the team's quiet hours. */
export function announceAt(changedAt: Date, wait: number, quiet: QuietHours | null, zone: Zone): Date {
  const at = new Date(changedAt.getTime() + wait * MINUTE_MS)
  if (quiet === null || !isWithin(quiet, toLocal(at, zone).time)) return at
  return nextBeginning({ from: quiet.to, to: quiet.from }, at, zone)
}
