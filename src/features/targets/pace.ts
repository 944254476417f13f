import type { LocalDate } from '../../calendar/dates.ts'
import { type Forecast, forecast } from './forecast.ts'
import { countDays, type WorkingDay } from './working-days.ts'

/** All that the pace towards one target is reckoned from. */
export interface Course {
  readonly value: number
  readonly from: LocalDate
  readonly to: LocalDate
  /** What there is so far; null where there is no figure at all. */
  readonly done: number | null
  /** Whether days add up, so that each can be asked for its part. */
  readonly adds: boolean
  readonly lessIsBetter: boolean
  /** So much of what an even course would have brought may be missing before it counts as behind: 0.1 is a tenth. */
  readonly tolerance: number
  /** The days of the period that are worked, in order. */
  readonly days: readonly WorkingDay[]
  /** The last day that is over: yesterday, or today once it is reported. */
  readonly lastDay: LocalDate
  /** Days with figures, from `knownFrom` on. */
  readonly daily: ReadonlyMap<LocalDate, number>
  readonly knownFrom: LocalDate
  /** What the last full workdays brought, in and before the period. */
  readonly sample: readonly number[]
}

/** How somebody stands towards a target. */
export interface Pace {
  readonly done: number
  readonly value: number
  /** Done of wanted, 1 is all; null where nothing is wanted or there is no figure. */
  readonly attainment: number | null
  readonly daysLeft: number
  readonly standing: Standing
  /** What each workday that is left must bring; null where that says nothing. */
  readonly needed: number | null
  readonly forecast: Forecast
}

/** `open`: under way, of something that has no even course. `within` and `beyond`: of what should stay small. */
export type Standing = 'not-begun' | 'met' | 'missed' | 'ahead' | 'on-course' | 'behind' | 'open' | 'within' | 'beyond'

/** So much beyond the even course is still on it. */
const AHEAD_BY = 0.1

export function paceOf(course: Course): Pace {
  const { value, days, lastDay, adds, lessIsBetter, sample } = course
  const done = course.done ?? 0
  const daysLeft = countDays(days.filter(({ date }) => date > lastDay))
  const runs = adds && !lessIsBetter
  const open = done < value && daysLeft > 0
  return {
    done,
    value,
    attainment: value > 0 && course.done !== null ? done / value : null,
    daysLeft,
    standing: standingOf(course, daysLeft),
    needed: runs && open ? (value - done) / daysLeft : null,
    forecast: runs && lastDay >= course.from ? forecast(done, daysLeft, sample) : { kind: 'none' },
  }
}

function standingOf(course: Course, daysLeft: number): Standing {
  const { value, from, lastDay, adds, lessIsBetter, tolerance } = course
  const done = course.done ?? 0
  if (lessIsBetter) return course.done === null ? 'open' : done > value ? 'beyond' : 'within'
  if (course.done !== null && done >= value) return 'met'
  if (daysLeft === 0) return 'missed'
  if (lastDay < from) return 'not-begun'
  if (!adds) return 'open'
  const due = dueBy(course, lastDay)
  if (done < due * (1 - tolerance)) return 'behind'
  return done > due * (1 + AHEAD_BY) ? 'ahead' : 'on-course'
}

/** What an even course would have brought by the end of that day. */
function dueBy({ value, days }: Course, date: LocalDate): number {
  const all = countDays(days)
  return all === 0 ? value : (value * countDays(days.filter(day => day.date <= date))) / all
}

/**
 * The first of the workdays since which the course has been behind its due at the end of each, by more than is tolerated;
 * null for a course that is not behind now. Goes back no farther than days are known.
 */
export function behindSince(course: Course): LocalDate | null {
  const { days, lastDay, daily, knownFrom, from, adds, lessIsBetter, tolerance } = course
  if (!adds || lessIsBetter || course.done === null) return null
  const later = [...daily].filter(([date]) => date >= knownFrom && date >= from)
  const sumAfter = (date: LocalDate) => later.reduce((sum, [day, value]) => (day > date ? sum + value : sum), 0)
  let since: LocalDate | null = null
  for (const { date } of days.filter(day => day.date <= lastDay && day.date >= knownFrom).toReversed()) {
    if (course.done - sumAfter(date) >= dueBy(course, date) * (1 - tolerance)) break
    since = date
  }
  return since
}
