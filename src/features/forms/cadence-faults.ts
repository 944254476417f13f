import type { Words } from '../../base/words.ts'
import { addDays, DAY_MS } from '../../calendar/dates.ts'
import { nextSlot, type ScheduleSpec, type Slot, slotsBetween } from '../../calendar/schedule.ts'
import { workCalendarSchema } from '../../calendar/workdays.ts'
import { type Cadence, lagOf, leadOf } from './cadence.ts'

const MOST_A_DAY = 48
const MINUTE_MS = 60_000

// Windows are compared over a year and a bit of plain weeks: long enough to meet every date of the year, and with
// workdays as close to each other as any calendar has them. What holidays move later is clipped, not refused.
const plainWeeks = workCalendarSchema.parse({ kind: 'mon-fri' })
const sampleFrom = new Date('2025-01-01T00:00:00Z')
const sampleDays = 400

/** What is wrong with the times of a form; null when every moment belongs to one round at most. */
export function cadenceFault(cadence: Cadence): Words | null {
  const slots = sampleOf(cadence.schedule)
  if (slots === 'too-many') return faults.tooMany
  const [first] = slots
  if (!first) return nextSlot(cadence.schedule, 'UTC', plainWeeks, sampleFrom) ? null : faults.never
  return orderFault(cadence, slots) ?? overlapFault(cadence, slots)
}

/** Read a month at a time, so that a schedule of every minute is refused before it has filled the memory. */
function sampleOf(schedule: ScheduleSpec): readonly Slot[] | 'too-many' {
  const end = new Date(sampleFrom.getTime() + sampleDays * DAY_MS)
  const all: Slot[] = []
  for (let from = sampleFrom; from < end; from = new Date(from.getTime() + 25 * DAY_MS)) {
    all.push(...slotsBetween(schedule, 'UTC', plainWeeks, from, new Date(from.getTime() + 25 * DAY_MS)))
    if (all.some((slot, at) => all[at + MOST_A_DAY]?.date === slot.date)) return 'too-many'
  }
  return all
}

function orderFault(cadence: Cadence, slots: readonly Slot[]): Words | null {
  if (slots.some(slot => leadOf(cadence, slot.time) < 0)) return faults.opensAfterDue
  if (slots.some(slot => lagOf(cadence, slot.time) < 0)) return faults.closesBeforeDue
  return null
}

function overlapFault(cadence: Cadence, slots: readonly Slot[]): Words | null {
  for (const [at, slot] of slots.entries()) {
    const next = slots[at + 1]
    if (!next) break
    const gap = (next.at.getTime() - slot.at.getTime()) / MINUTE_MS
    if (lagOf(cadence, slot.time) + leadOf(cadence, next.time) > gap) return overlap(slot, next)
  }
  return null
}

function overlap(one: Slot, other: Slot): Words {
  const nextDay = other.date === addDays(one.date, 1)
  const apart = one.date === other.date ? { zh: '同一天', en: 'the same day' } : { zh: '下一场', en: 'the next round' }
  const day = nextDay ? { zh: '第二天', en: 'the next day' } : apart
  return {
    zh: `${one.time} 截止的一场还没关闭，${day.zh} ${other.time} 截止的一场就开始了：请让前一场更早关闭，或后一场更晚开始`,
    en: `the round due ${one.time} is still open when the one due ${other.time} (${day.en}) opens: close the first earlier or open the second later`,
  }
}

const faults = {
  tooMany: { zh: `一天最多 ${MOST_A_DAY} 场`, en: `at most ${MOST_A_DAY} rounds a day` },
  never: { zh: '这个时间永远不会到来', en: 'this never comes due' },
  opensAfterDue: { zh: '开始时间晚于截止时间', en: 'it opens after it is due' },
  closesBeforeDue: { zh: '关闭时间早于截止时间', en: 'it closes before it is due' },
} as const satisfies Record<string, Words>
