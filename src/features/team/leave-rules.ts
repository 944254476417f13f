import { addDays, daysBetween, eachDate, type LocalDate } from '../../calendar/dates.ts'
import { type Leave, leaveOn } from '../../calendar/leave.ts'
import { atLeast, type Role } from '../../context.ts'
import type { KeptLeave } from './leaves.ts'

/** Longer than this is not a leave but a departure, or a slip of the year. */
const LONGEST_DAYS = 366

export type LeaveRefusal = 'too-long' | 'past' | 'for-others'

/** Whether somebody may put in or take back a leave: leads and above for others, managers and above for days gone by. */
export function refuseLeave(asked: {
  readonly leave: Leave
  readonly today: LocalDate
  readonly role: Role
  readonly isOwn: boolean
}): LeaveRefusal | null {
  const { leave, today, role, isOwn } = asked
  if (!isOwn && !atLeast(role, 'lead')) return 'for-others'
  if (leave.from < today && !atLeast(role, 'manager')) return 'past'
  return daysBetween(leave.from, leave.to) >= LONGEST_DAYS ? 'too-long' : null
}

/** What to write: rows to end and leaves to put in their place; nothing of either where nothing changes. */
export interface LeaveChange {
  readonly end: readonly KeptLeave[]
  readonly write: readonly Leave[]
}

/** Adds a leave to those there are; those that it overlaps, touches or completes become one with it. */
export function addLeave(kept: readonly KeptLeave[], added: Leave): LeaveChange {
  if (covers(kept, added)) return { end: [], write: [] }
  let merged: Leave = added
  const left = [...kept]
  const end: KeptLeave[] = []
  for (let at = 0; at < left.length; ) {
    const candidate = left[at]
    const union = candidate && unite(merged, candidate)
    if (candidate && union) {
      merged = union
      end.push(...left.splice(at, 1))
      at = 0
    } else at++
  }
  return { end, write: [merged] }
}

/** Takes days, or halves of days, out of the leaves there are. What remains of a leave on either side stays. */
export function cutLeave(kept: readonly KeptLeave[], hole: Leave): LeaveChange {
  const touched = kept.filter(leave => overlap(leave, hole) && !(hole.half && leave.half && hole.half !== leave.half))
  return { end: touched, write: touched.flatMap(leave => remains(leave, hole)) }
}

function covers(kept: readonly Leave[], added: Leave): boolean {
  return eachDate(added.from, added.to).every(date => {
    const taken = leaveOn(kept, date)
    return taken === 'day' || (taken !== null && taken === added.half)
  })
}

/** Two leaves as one, where one can say what both do; else null. */
function unite(a: Leave, b: Leave): Leave | null {
  if (!a.half && !b.half) return touch(a, b) ? { from: min(a.from, b.from), to: max(a.to, b.to) } : null
  if (a.half && b.half) {
    return a.half !== b.half && a.from === b.from && a.to === b.to ? { from: a.from, to: a.to } : null
  }
  const [whole, part] = a.half ? [b, a] : [a, b]
  return whole.from <= part.from && part.to <= whole.to ? { from: whole.from, to: whole.to } : null
}

function remains({ from, to, half }: Leave, hole: Leave): Leave[] {
  const as = half && { half }
  const before = { from, to: min(to, addDays(hole.from, -1)), ...as }
  const after = { from: max(from, addDays(hole.to, 1)), to, ...as }
  const within = { from: max(from, hole.from), to: min(to, hole.to) }
  const otherHalf: Leave[] = hole.half && !half ? [{ ...within, half: hole.half === 'am' ? 'pm' : 'am' }] : []
  return [before, ...otherHalf, after].filter(part => part.from <= part.to)
}

function overlap(a: Leave, b: Leave): boolean {
  return a.from <= b.to && b.from <= a.to
}

function touch(a: Leave, b: Leave): boolean {
  return a.from <= addDays(b.to, 1) && b.from <= addDays(a.to, 1)
}

function min(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}

function max(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}
