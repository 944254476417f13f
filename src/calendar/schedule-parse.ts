import type { Words } from '../base/words.ts'
import { takeTimes } from './clock-words.ts'
import { parseCron } from './cron.ts'
import { isLocalTime } from './dates.ts'
import { readDays } from './day-words.ts'
import { nextSlot, type ScheduleSpec, type Slot } from './schedule.ts'
import type { WorkCalendar } from './work-calendar.ts'
import type { Zone } from './zone.ts'

export type ScheduleResult = { ok: true; spec: ScheduleSpec; next: readonly Slot[] } | { ok: false; reason: Words }

/**
 * Reads a schedule as people type it (每个工作日 09:00, 周五 17:00, `last workday of the month 18:00`, 每天 9点、下午5点)
 * or a cron expression. `next` holds the three slots after `now`, to be shown back; fewer when there are no more.
 */
export function parseSchedule(text: string, place: { zone: Zone; calendar: WorkCalendar }, now: Date): ScheduleResult {
  const words = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  const read = looksLikeCron(words) ? readCron(words) : readWords(words)
  if (!read.ok) return read
  const next = nextSlots(read.spec, place, now, 3)
  return next.length > 0 ? { ...read, next } : { ok: false, reason: reasons.never }
}

type Reading = { ok: true; spec: ScheduleSpec } | { ok: false; reason: Words }

const reasons = {
  never: { zh: '这个时间永远不会到来', en: 'this never comes due' },
  noTime: { zh: '缺少时间，例如 09:00', en: 'a time is missing, for example 09:00' },
  badTime: { zh: '没有这样的时间，应在 00:00 到 23:59 之间', en: 'there is no such time; use 00:00 to 23:59' },
  noDay: {
    zh: '没看懂是哪些天，例如“每个工作日 09:00”“周五 17:00”“每月最后一个工作日 18:00”',
    en: 'the days are not clear; try "every workday 09:00", "friday 17:00", "last workday of the month 18:00"',
  },
} as const satisfies Record<string, Words>

function nextSlots(
  spec: ScheduleSpec,
  place: { zone: Zone; calendar: WorkCalendar },
  now: Date,
  wanted: number,
): readonly Slot[] {
  const slots: Slot[] = []
  let slot = nextSlot(spec, place.zone, place.calendar, now)
  while (slot && slots.length < wanted) {
    slots.push(slot)
    slot = nextSlot(spec, place.zone, place.calendar, slot.at)
  }
  return slots
}

function looksLikeCron(words: string): boolean {
  return /^(?:cron |@|[\d*][\d*/,-]*(?: [^ :]+){3,}$)/.test(words)
}

/** node-cron wants its nicknames small and takes everything else in capitals. */
function readCron(words: string): Reading {
  const text = words.replace(/^cron /, '')
  const cron = text.startsWith('@') ? text : text.toUpperCase()
  const parsed = parseCron(cron)
  return parsed.ok ? { ok: true, spec: { cron } } : parsed
}

function readWords(words: string): Reading {
  const { times, rest } = takeTimes(words)
  const [first, ...others] = times
  if (first === undefined) return { ok: false, reason: reasons.noTime }
  if (!times.every(isLocalTime)) return { ok: false, reason: reasons.badTime }
  const days = readDays(rest)
  if (!days) return { ok: false, reason: reasons.noDay }
  return { ok: true, spec: { ...days, at: others.length === 0 ? first : times } }
}
