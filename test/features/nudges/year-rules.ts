import { weekdayOf } from '../../../src/calendar/dates.ts'

// The rules of the year test, said once more and with nothing of what they judge but the weekday of a date.

/** What the State Council gave off in 2026, both ends included, and which weekend days it took instead. */
const holidays = [
  ['01-01', '01-03'],
  ['02-15', '02-23'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['06-19', '06-21'],
  ['09-25', '09-27'],
  ['10-01', '10-07'],
] as const
const madeUp = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']

type Works = (date: string) => boolean

function officially(date: string): boolean | null {
  const day = date.slice(5)
  if (madeUp.includes(day)) return true
  return holidays.some(([from, to]) => from <= day && day <= to) ? false : null
}

export const works = {
  /** Monday to Friday as the State Council has it. */
  cn: date => officially(date) ?? weekdayOf(date) <= 5,
  /** 大小周: Saturdays too, in the week of Monday, 5 January, and every second one from it. */
  alternating: date => {
    const week = Math.floor((Date.parse(date) - Date.parse('2026-01-05')) / (7 * 86_400_000))
    return officially(date) ?? weekdayOf(date) <= (week % 2 === 0 ? 6 : 5)
  },
  /** Off on Wednesdays alone, whatever anybody celebrates. */
  wednesdaysOff: date => weekdayOf(date) !== 3,
} satisfies Record<string, Works>

export interface Away {
  readonly from: string
  readonly to: string
  readonly half: string | null
  readonly createdAt: Date
  readonly cancelledAt: Date | null
}

/** Whether one of the leaves, as they were known at that moment, takes that time of the day. */
export function isAway(leaves: readonly Away[], moment: Date, date: string, time: string): boolean {
  return leaves.some(({ from, to, half, createdAt, cancelledAt }) => {
    const isKnown = createdAt < moment && (cancelledAt === null || cancelledAt > moment)
    const takes = half === null || (half === 'am') === time < '12:00'
    return isKnown && from <= date && date <= to && takes
  })
}

export interface Hours {
  readonly since: Date
  readonly from: string
  readonly to: string
}

/** Whether it is quiet at that time, by whatever hours held at that moment. */
export function isQuiet(kept: readonly Hours[], moment: Date, time: string): boolean {
  const hours = kept.findLast(({ since }) => since <= moment)
  if (!hours) return false
  const { from, to } = hours
  const overMidnight = from > to
  return overMidnight ? time >= from || time < to : time >= from && time < to
}
