import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, localOf, showDate, showDay, showTime } from '../../../src/web/pages/zone.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']

describe('the time on the team’s wall', () => {
  const at = '2026-11-27T09:05:00.000Z'

  test('is shown in the team’s zone and the reader’s language', () => {
    expect(showTime(at, 'Asia/Shanghai', 'zh')).toBe('17:05')
    expect(showDay(at, 'Asia/Shanghai', 'zh')).toBe('11月27日 周五')
    expect(showDay(at, 'Asia/Shanghai', 'en')).toBe('Fri 27 Nov')
    expect(showDate(at, 'Asia/Shanghai', 'zh')).toBe('2026年11月27日 周五')
    expect(showDate(at, 'Asia/Shanghai', 'en')).toBe('Fri 27 Nov 2026')
  })

  test('midnight is 00:00 of the new day', () => {
    expect(showTime('2026-11-26T16:00:00Z', 'Asia/Shanghai', 'zh')).toBe('00:00')
    expect(localOf('2026-11-26T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-27T00:00')
  })

  test('what a picker says is read in the team’s zone', () => {
    expect(instantOf('2026-11-27T17:05', 'Asia/Shanghai')).toBe(at)
    expect(instantOf('2026-07-01T09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z')
    expect(instantOf('2026-12-01T09:00', 'Europe/Berlin')).toBe('2026-12-01T08:00:00.000Z')
  })

  test('a picked time shows itself again, whatever the zone and the season', () => {
    // Summer time only skips hours of the night.
    const byDay = fc.record({
      zone: fc.constantFrom(...zones),
      day: fc.integer({ min: 0, max: 1800 }),
      minute: fc.integer({ min: 4 * 60, max: 24 * 60 - 1 }),
    })
    fc.assert(
      fc.property(byDay, ({ zone, day, minute }) => {
        const local = new Date(Date.UTC(2024, 0, 1 + day, 0, minute)).toISOString().slice(0, 16)
        expect(localOf(instantOf(local, zone), zone)).toBe(local)
      }),
    )
  })
})
