import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isZone, minutesOf, timeOf, toInstant, toLocal } from '../../src/calendar/zone.ts'

const iso = (date: string, time: string, zone: string) => toInstant(date, time, zone).toISOString()

describe('a wall time becomes an instant', () => {
  test.each([
    ['Shanghai has no summer time', '2026-11-21', '09:00', 'Asia/Shanghai', '2026-11-21T01:00:00.000Z'],
    ['half-hour zones', '2026-11-21', '09:00', 'Asia/Kolkata', '2026-11-21T03:30:00.000Z'],
    ['New York, the gap: 02:30 is 03:00 EDT', '2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['New York, the last minute before the gap', '2027-03-14', '01:59', 'America/New_York', '2027-03-14T06:59:00.000Z'],
    ['New York, the first minute after the gap', '2027-03-14', '03:00', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['New York, the overlap: 01:30 is EDT', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['New York, after the overlap', '2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    ['Lord Howe, a gap of 30 minutes', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['Lord Howe, an overlap of 30 minutes', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['Cairo, a gap at midnight', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['Casablanca, around Ramadan', '2026-02-15', '02:30', 'Africa/Casablanca', '2026-02-15T01:30:00.000Z'],
    ['Apia, the day that was left out', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['a change on the last day of a year', '1994-12-31', '09:00', 'Pacific/Kiritimati', '1994-12-31T10:00:00.000Z'],
  ])('%s', (_, date, time, zone, expected) => {
    expect(iso(date, time, zone)).toBe(expected)
  })
})

describe('an instant becomes a wall time', () => {
  test('with its ISO weekday, both times through an overlap', () => {
    expect(toLocal(new Date('2026-11-01T05:30:00Z'), 'America/New_York')).toEqual({
      date: '2026-11-01',
      time: '01:30',
      weekday: 7,
    })
    expect(toLocal(new Date('2026-11-01T06:30:00Z'), 'America/New_York').time).toBe('01:30')
    expect(toLocal(new Date('2026-11-01T07:30:00Z'), 'America/New_York').time).toBe('02:30')
  })

  test('on the other side of the date line and of the year', () => {
    expect(toLocal(new Date('2026-12-31T20:00:00Z'), 'Asia/Shanghai')).toEqual({
      date: '2027-01-01',
      time: '04:00',
      weekday: 5,
    })
  })

  test('after a change on the last day of a year', () => {
    expect(toLocal(new Date('1994-12-31T12:00:00Z'), 'Pacific/Kiritimati')).toMatchObject({
      date: '1995-01-01',
      time: '02:00',
    })
  })

  test('and is what the platform itself shows, in every zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const instants = fc.date({ min: new Date('1971-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const { date, time } = toLocal(instant, zone)
        const shown = instant.toLocaleString('sv-SE', { timeZone: zone })
        expect(`${date} ${time}`).toBe(shown.slice(0, 16))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('zones are told from other words', () => {
  test.each(['Asia/Shanghai', 'America/New_York', 'UTC', 'Australia/Lord_Howe'])('%s is one', name => {
    expect(isZone(name)).toBe(true)
  })
  test.each(['', '+08:00', 'Mars/Olympus', '上海', 'Asia/Shang hai'])('%j is none', name => {
    expect(isZone(name)).toBe(false)
  })
  test('an unknown zone is an error, not a guess', () => {
    expect(() => toInstant('2026-11-21', '09:00', 'Mars/Olympus')).toThrow(RangeError)
  })
})

test('minutes of the day go to text and back', () => {
  for (let minutes = 0; minutes < 1440; minutes++) expect(minutesOf(timeOf(minutes))).toBe(minutes)
})
