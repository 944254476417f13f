import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, eachDate, type LocalDate, type LocalTime } from '../../src/calendar/dates.ts'
import { type Slot, slotsBetween } from '../../src/calendar/schedule.ts'
import type { Zone } from '../../src/calendar/zone.ts'
import { monFri } from './calendars.ts'

const zones = Intl.supportedValuesOf('timeZone')
const first = '2024-01-01'
const last = '2028-12-31'

/** What the standard says: the earlier of two; in a gap the moment of the change. */
function expected(date: LocalDate, time: LocalTime, zone: Zone): number {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  const shown = wall.toZonedDateTime(zone)
  if (shown.toPlainDateTime().equals(wall)) return shown.epochMilliseconds
  const change = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).getTimeZoneTransition('next')
  return change?.epochMilliseconds ?? Number.NaN
}

function changesOf(zone: Zone): readonly Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = []
  const end = Temporal.PlainDate.from(last).toZonedDateTime(zone)
  let change = Temporal.PlainDate.from(first).toZonedDateTime(zone).getTimeZoneTransition('next')
  while (change && Temporal.ZonedDateTime.compare(change, end) < 0) {
    changes.push(change)
    change = change.getTimeZoneTransition('next')
  }
  return changes
}

/** The slots of a daily schedule whose own dates lie in [from, to]. */
function dailySlots(at: LocalTime, zone: Zone, from: LocalDate, to: LocalDate): readonly Slot[] {
  const after = new Date(`${addDays(from, -2)}T00:00Z`)
  const until = new Date(`${addDays(to, 2)}T00:00Z`)
  return slotsBetween({ every: 'day', at }, zone, monFri, after, until).filter(
    slot => slot.date >= from && slot.date <= to,
  )
}

type Expectation = (slot: Slot, index: number) => number

/** Zones with the same changes share one reading of the standard, which is far slower than what it checks. */
const daily = new Map<string, readonly number[]>()

function expectedDaily(zone: Zone): Expectation {
  const start = Temporal.PlainDate.from(first).toZonedDateTime(zone)
  const behaviour = [start, ...changesOf(zone)].map(change => `${change.epochMilliseconds} ${change.offset}`).join()
  const instants = daily.get(behaviour) ?? [...eachDate(first, last)].map(date => expected(date, '02:30', zone))
  daily.set(behaviour, instants)
  return (_, index) => instants[index] ?? Number.NaN
}

/** Why the slots are not one for each date, ever later, at the instants that the standard gives; null when they are. */
function faultOf(
  slots: readonly Slot[],
  zone: Zone,
  from: LocalDate,
  to: LocalDate,
  standard: Expectation,
): string | null {
  if (slots.length !== daysBetween(from, to) + 1) return `${zone}: ${slots.length} slots from ${from} to ${to}`
  let before = Number.NEGATIVE_INFINITY
  for (const [index, slot] of slots.entries()) {
    const { date, time, at } = slot
    if (date !== addDays(from, index)) return `${zone}: ${date} is out of place`
    if (at.getTime() <= before) return `${zone}: ${date} ${time} is not later than the day before`
    if (at.getTime() !== standard(slot, index)) return `${zone}: ${date} ${time} at ${at.toISOString()}`
    before = at.getTime()
  }
  return null
}

describe('in every IANA zone over 2024 to 2028 a daily slot exists exactly once a date', () => {
  test('at 02:30, on every date', { timeout: 60_000 }, () => {
    const faults = zones.map(zone =>
      faultOf(dailySlots('02:30', zone, first, last), zone, first, last, expectedDaily(zone)),
    )
    expect(faults.filter(fault => fault !== null)).toEqual([])
  })

  test('at midnight and at the times that a change skips or repeats, around every change', { timeout: 60_000 }, () => {
    const faults: string[] = []
    let checked = 0
    for (const zone of zones) {
      for (const change of changesOf(zone)) {
        const day = change.toPlainDate().toString()
        const [from, to] = [addDays(day, -2), addDays(day, 2)]
        for (const time of oddTimes(change)) {
          const fault = faultOf(dailySlots(time, zone, from, to), zone, from, to, slot =>
            expected(slot.date, slot.time, zone),
          )
          if (fault) faults.push(fault)
          checked++
        }
      }
    }
    expect(faults).toEqual([])
    expect(checked).toBeGreaterThan(5_000)
  })
})

/** The wall times just before, in and just after what the change skips or repeats, and midnight. */
function oddTimes(change: Temporal.ZonedDateTime): readonly LocalTime[] {
  const after = change.toPlainDateTime()
  const before = change.subtract({ seconds: 1 }).toPlainDateTime().add({ seconds: 1 })
  const around = [before, after].flatMap(wall => [-31, -1, 0, 1, 29].map(minutes => wall.add({ minutes })))
  return [...new Set(['00:00', ...around.map(wall => wall.toString().slice(11, 16))])]
}
