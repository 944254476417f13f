import { DAY_MS, fromUtc, type LocalDate, type LocalTime, utcMidnight, type Weekday, weekdayOf } from './dates.ts'

/** An IANA name such as `Asia/Shanghai`. */
export type Zone = string

export interface Local {
  date: LocalDate
  time: LocalTime
  weekday: Weekday
}

const MINUTE_MS = 60_000

/** Fixed offsets such as `+08:00` are refused although Intl takes some of them: a team lives in a place. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    formatterOf(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * The first instant at which the zone's wall clock shows `time` on `date`, or later. So a time that a DST gap swallows
 * happens at the first minute after the gap, and a time that an overlap repeats happens the first time.
 * Throws RangeError for an unknown zone (ask `isZone` first).
 */
export function toInstant(date: LocalDate, time: LocalTime, zone: Zone): Date {
  const wall = utcMidnight(date) + minutesOf(time) * MINUTE_MS
  const before = offsetAt(wall - DAY_MS, zone)
  const after = offsetAt(wall + DAY_MS, zone)
  if (before === after) return new Date(wall - before)
  const change = changeBetween(wall - DAY_MS, wall + DAY_MS, zone)
  if (wall - before < change) return new Date(wall - before)
  return new Date(Math.max(change, wall - after))
}

export function toLocal(instant: Date, zone: Zone): Local {
  const wall = instant.getTime() + offsetAt(instant.getTime(), zone)
  const date = fromUtc(wall)
  return { date, time: new Date(wall).toISOString().slice(11, 16), weekday: weekdayOf(date) }
}

/** Minutes since midnight. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The inverse of `minutesOf`, for 0 to 1439. */
export function timeOf(minutes: number): LocalTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

// Asking Intl takes over a microsecond, so a zone's offsets are learned a year at a time and kept. One reading a day
// finds every change, because no zone changes its clock twice within a day.

/** A stretch of one UTC year with one offset (milliseconds east of UTC). */
interface Stretch {
  start: number
  offset: number
}

const yearsByZone = new Map<Zone, Map<number, readonly Stretch[]>>()

function offsetAt(ms: number, zone: Zone): number {
  let offset = 0
  for (const stretch of stretchesOf(new Date(ms).getUTCFullYear(), zone)) {
    if (stretch.start > ms) break
    offset = stretch.offset
  }
  return offset
}

function stretchesOf(year: number, zone: Zone): readonly Stretch[] {
  let years = yearsByZone.get(zone)
  if (!years) {
    years = new Map()
    yearsByZone.set(zone, years)
  }
  let stretches = years.get(year)
  if (!stretches) {
    stretches = learnYear(year, zone)
    years.set(year, stretches)
  }
  return stretches
}

function learnYear(year: number, zone: Zone): readonly Stretch[] {
  const start = Date.UTC(year, 0, 1)
  const end = Date.UTC(year + 1, 0, 1)
  let offset = askOffset(start, zone)
  const stretches: Stretch[] = [{ start, offset }]
  for (let ms = start + DAY_MS; ms <= end; ms += DAY_MS) {
    const next = askOffset(ms, zone)
    if (next === offset) continue
    stretches.push({ start: changeBetween(ms - DAY_MS, ms, zone), offset: next })
    offset = next
  }
  return stretches
}

/** The first instant in (from, to] whose offset is no longer the one at `from`, given that it does change. */
function changeBetween(from: number, to: number, zone: Zone): number {
  const offset = askOffset(from, zone)
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (askOffset(middle, zone) === offset) low = middle
    else high = middle
  }
  return high
}

const formatters = new Map<Zone, Intl.DateTimeFormat>()

function formatterOf(zone: Zone): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    formatters.set(zone, formatter)
  }
  return formatter
}

/** Reads the tail of "11/21/2026, GMT-05:00"; plain "GMT" is zero, and old local mean times have seconds. */
function askOffset(ms: number, zone: Zone): number {
  const shown = formatterOf(zone).format(ms)
  const parts = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(shown)
  if (!parts) throw new Error('this runtime shows a zone offset in an unknown form')
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = parts
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000
  return sign === '-' ? -size : size
}
