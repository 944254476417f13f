import { z } from 'zod'

/** A day on the wall calendar, `YYYY-MM-DD`. Compares as a string. */
export type LocalDate = string

/** A minute on the wall clock, `HH:mm`, 00:00 to 23:59. Compares as a string. */
export type LocalTime = string

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const DAY_MS = 86_400_000

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** True only for days that exist: `2026-02-29` is not one. */
export function isLocalDate(text: string): boolean {
  return DATE.test(text) && isRealDay(text)
}

export function isLocalTime(text: string): boolean {
  return TIME.test(text)
}

export const localDateSchema = z.string().refine(isLocalDate, { error: 'expected a date like 2026-11-21' })
export const localTimeSchema = z.string().refine(isLocalTime, { error: 'expected a time like 09:00' })
export const weekdaySchema = z.literal([1, 2, 3, 4, 5, 6, 7])

/** The date as milliseconds, as if the wall clock ran on UTC; the ground of all date arithmetic. */
export function utcMidnight(date: LocalDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOfMonth(date))
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7))
}

export function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8, 10))
}

/** Builds a date from its numbers; a day beyond its month rolls over, so check foreign input with `isLocalDate`. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  return fromUtc(Date.UTC(year, month - 1, day))
}

/** The date that milliseconds show on a wall clock that runs on UTC. */
export function fromUtc(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(utcMidnight(date) + days * DAY_MS)
}

/** Days from `from` to `to`: 1 for tomorrow, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY_MS)
}

export function weekdayOf(date: LocalDate): Weekday {
  return isoWeekday(utcMidnight(date) / DAY_MS)
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

export function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`
}

export function lastOfMonth(date: LocalDate): LocalDate {
  return dateOf(yearOf(date), monthOf(date) + 1, 0)
}

/** For `sort`: earlier first, for dates and times alike. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The one that comes first. */
export function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return compare(one, other) <= 0 ? one : other
}

export function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other
}

/** Every date from `from` to `to`, both included; none when `to` is earlier. */
export function* eachDate(from: LocalDate, to: LocalDate): Generator<LocalDate> {
  const last = utcMidnight(to)
  for (let ms = utcMidnight(from); ms <= last; ms += DAY_MS) yield fromUtc(ms)
}

const isoWeekdays: readonly Weekday[] = [4, 5, 6, 7, 1, 2, 3]

/** Day 0 of the epoch was a Thursday. */
function isoWeekday(epochDay: number): Weekday {
  return isoWeekdays[((epochDay % 7) + 7) % 7] ?? 4
}

function isRealDay(text: string): boolean {
  const ms = utcMidnight(text)
  return !Number.isNaN(ms) && fromUtc(ms) === text
}
