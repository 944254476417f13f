import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/calendar/dates.ts'
import { type Leave, onLeave } from '../../../src/calendar/leave.ts'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { isWorkday } from '../../../src/calendar/workdays.ts'
import { toInstant, toLocal } from '../../../src/calendar/zone.ts'
import { type Asking, type Days, nextAsk, nextMorning } from '../../../src/features/notices/ladder.ts'
import { readUntil } from '../../../src/features/notices/read-until.ts'
import { at } from './stage.ts'

const zone = 'Asia/Shanghai'
const calendar = workCalendarSchema.parse({ kind: 'cn' })

function days(leaves: readonly Leave[] = [], more: Partial<Days> = {}): Days {
  return { zone, calendar, leaves, askAt: '10:00', hours: { from: '09:00', to: '18:00' }, ...more }
}

/** Every moment at which somebody who never reads it is asked, as wall time. */
function allAsks(asking: Asking, of: Days): string[] {
  const moments: string[] = []
  for (let next = nextAsk(asking, of, asking.since); next !== null; next = nextAsk(asking, of, next)) {
    const { date, time } = toLocal(next, zone)
    moments.push(`${date} ${time}`)
  }
  return moments
}

const asking = (since: string, until: string, important = false): Asking => ({
  since: at(since),
  until: at(until),
  important,
})

describe('who has not read a notice', () => {
  it('is asked after half of the work time and on the last workday morning', () => {
    const week = asking('2026-11-23 09:00', '2026-11-27 18:00')
    expect(allAsks(week, days())).toEqual(['2026-11-25 13:30', '2026-11-27 10:00'])
  })

  it('is asked once where both fall on one day', () => {
    expect(allAsks(asking('2026-11-23 17:00', '2026-11-24 18:00'), days())).toEqual(['2026-11-24 10:00'])
    expect(allAsks(asking('2026-11-23 11:00', '2026-11-23 18:00'), days())).toEqual(['2026-11-23 14:30'])
  })

  it('is asked about what is important every workday morning from the next one on', () => {
    const important = asking('2026-11-25 15:00', '2026-12-01 09:00', true)
    expect(allAsks(important, days())).toEqual(['2026-11-26 10:00', '2026-11-27 10:00', '2026-11-30 10:00'])
  })

  it('is not asked on holidays, and is on make-up days', () => {
    const golden = asking('2026-09-29 15:00', '2026-10-12 18:00', true)
    const dates = allAsks(golden, days()).map(moment => moment.slice(0, 10))
    expect(dates).toEqual(['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'])
  })

  it('is asked when back from leave, as long as it holds', () => {
    const week = asking('2026-11-23 09:00', '2026-11-27 18:00')
    const away = days([{ from: '2026-11-25', to: '2026-11-25' }])
    expect(allAsks(week, away)).toEqual(['2026-11-26 10:00', '2026-11-27 10:00'])
    const mornings = days([{ from: '2026-11-27', to: '2026-11-27', half: 'am' }])
    expect(allAsks(week, mornings)).toEqual(['2026-11-25 13:30', '2026-11-27 14:00'])
    expect(allAsks(week, days([{ from: '2026-11-24', to: '2026-12-04' }]))).toEqual([])
  })

  it('is asked again on the next morning, if it was the wrong time', () => {
    const week = asking('2026-11-23 09:00', '2026-11-30 18:00')
    expect(nextMorning(week, days(), at('2026-11-27 13:30'))).toEqual(at('2026-11-30 10:00'))
    expect(nextMorning(week, days(), at('2026-11-30 10:00'))).toBeNull()
  })

  it('is only ever asked while it holds and they are at work', () => {
    const minutes = fc.integer({ min: 0, max: 21 * 24 * 60 })
    const leave = fc.record(
      {
        from: fc.integer({ min: 0, max: 21 }),
        length: fc.integer({ min: 0, max: 5 }),
        half: fc.constantFrom('am', 'pm'),
      },
      { requiredKeys: ['from', 'length'] },
    )
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.boolean(),
        fc.array(leave, { maxLength: 3 }),
        fc.constantFrom('08:30', '11:59', '16:00'),
        (from, length, important, away, askAt) => {
          const since = new Date(at('2026-09-21 00:00').getTime() + from * 60_000)
          const it: Asking = { since, until: new Date(since.getTime() + (length + 10) * 60_000), important }
          const leaves = away.map(({ from, length, ...rest }) => {
            const first = addDays('2026-09-21', from)
            return { from: first, to: addDays(first, length), ...rest }
          })
          const asks = allAsks(it, days(leaves, { askAt }))
          expect(asks.length).toBeLessThanOrEqual(important ? 60 : 2)
          expect(new Set(asks).size).toBe(asks.length)
          for (const moment of asks) {
            const [date = '', time = ''] = moment.split(' ')
            expect(isWorkday(calendar, date, 'usual-week')).toBe(true)
            expect(onLeave(leaves, date, time)).toBe(false)
            expect(toInstant(date, time, zone) < it.until).toBe(true)
          }
        },
      ),
    )
  })
})

describe('an end', () => {
  const around = { now: at('2026-11-23 09:00'), zone, calendar, dayEnds: '18:00' }
  it.each([
    ['周四18:00', '2026-11-26 18:00'],
    ['周四下午5点', '2026-11-26 17:00'],
    ['十二月五日八点半', '2026-12-05 08:30'],
    ['下周一', '2026-11-30 18:00'],
    ['明天中午', '2026-11-24 12:00'],
    ['11-26 8:30', '2026-11-26 08:30'],
    ['12-1 18:30', '2026-12-01 18:30'],
    ['12-11 8:30', '2026-12-11 08:30'],
    ['12月5日8:30前', '2026-12-05 08:30'],
    ['１１月２６日', '2026-11-26 18:00'],
    ['17:30', '2026-11-23 17:30'],
    ['3个工作日', '2026-11-26 18:00'],
    ['５天', '2026-11-28 18:00'],
    ['Thursday 6pm', '2026-11-26 18:00'],
    ['by Thursday at 6pm', '2026-11-26 18:00'],
    ['Nov 26 18:00', '2026-11-26 18:00'],
    ['tomorrow', '2026-11-24 18:00'],
    ['2 days', '2026-11-25 18:00'],
  ])('%s', (said, moment) => {
    expect(readUntil(said, around)).toEqual(at(moment))
  })

  it.each(['', '等会儿', '尽快', '31月', '周八', '99:99', '-3天'])('%s is none', said => {
    expect(readUntil(said, around)).toBeNull()
  })
})
