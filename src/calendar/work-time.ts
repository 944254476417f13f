import { addDays, eachDate, type LocalDate, type LocalTime } from './dates.ts'
import { type Leave, noon, onLeave } from './leave.ts'
import { isWorkday, type WorkCalendar } from './workdays.ts'
import { toInstant, toLocal, type Zone } from './zone.ts'

/** When people work: in these hours of each workday. */
export interface WorkTime {
  readonly zone: Zone
  readonly calendar: WorkCalendar
  readonly hours: { readonly from: LocalTime; readonly to: LocalTime }
}

/** In milliseconds since 1970. */
interface Stretch {
  readonly from: number
  readonly to: number
}

const minuteMs = 60_000
/** So many days ahead somebody is waited for. */
const furthest = 60

/** The moment at which somebody has worked for so many minutes after `at`; null when that is not within two months. */
export function afterWork(minutes: number, at: Date, work: WorkTime, leaves: readonly Leave[]): Date | null {
  const { date } = toLocal(at, work.zone)
  return workedOff(
    minutes * minuteMs,
    stretches(at, toInstant(addDays(date, furthest + 1), '00:00', work.zone), work, leaves),
  )
}

/** The moment at which half of the work time between two others is over; null where there is none between them. */
export function halfway(from: Date, to: Date, work: WorkTime): Date | null {
  const between = [...stretches(from, to, work)]
  const half = between.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0) / 2
  return workedOff(half, between)
}

function workedOff(ms: number, between: Iterable<Stretch>): Date | null {
  let left = ms
  for (const { from, to } of between) {
    if (left <= to - from) return new Date(Math.round(from + left))
    left -= to - from
  }
  return null
}

/** The work time between two moments, in order. */
function* stretches(
  from: Date,
  to: Date,
  { zone, calendar, hours }: WorkTime,
  leaves: readonly Leave[] = [],
): Generator<Stretch> {
  for (const date of eachDate(toLocal(from, zone).date, toLocal(to, zone).date)) {
    if (!isWorkday(calendar, date, 'usual-week')) continue
    for (const [begin, end] of halves(hours)) {
      if (onLeave(leaves, date, begin)) continue
      const stretch = {
        from: Math.max(instantOf(date, begin, zone), from.getTime()),
        to: Math.min(instantOf(date, end, zone), to.getTime()),
      }
      if (stretch.from < stretch.to) yield stretch
    }
  }
}

const instantOf = (date: LocalDate, time: LocalTime, zone: Zone): number => toInstant(date, time, zone).getTime()

/** Leave is taken by halves of a day, so each of them is a stretch of its own. */
function halves({ from, to }: WorkTime['hours']): readonly (readonly [LocalTime, LocalTime])[] {
  if (to <= noon || noon <= from) return [[from, to]]
  return [
    [from, noon],
    [noon, to],
  ]
}
