import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workCalendarSchema } from '../../src/calendar/work-calendar.ts'
import { afterWork, halfway } from '../../src/calendar/work-time.ts'

const calendar = workCalendarSchema.parse({ kind: 'cn' })
const at = (text: string) => new Date(`${text}+08:00`)
const work = { zone: 'Asia/Shanghai', calendar, hours: { from: '09:00', to: '18:00' } }

describe('work time', () => {
  it('passes over nights and weekends', () => {
    expect(afterWork(60, at('2026-11-20T16:30'), work, [])).toEqual(at('2026-11-20T17:30'))
    expect(afterWork(60, at('2026-11-20T17:30'), work, [])).toEqual(at('2026-11-23T09:30'))
    expect(afterWork(60, at('2026-11-20T05:00'), work, [])).toEqual(at('2026-11-20T10:00'))
    expect(afterWork(9 * 60 + 1, at('2026-11-19T09:00'), work, [])).toEqual(at('2026-11-20T09:01'))
  })

  it('passes over halves of days off, and is not waited for beyond two months', () => {
    const morningOff = [{ from: '2026-11-20', to: '2026-11-20', half: 'am' as const }]
    expect(afterWork(60, at('2026-11-20T09:30'), work, morningOff)).toEqual(at('2026-11-20T13:00'))
    const away = [{ from: '2026-11-01', to: '2027-11-01' }]
    expect(afterWork(60, at('2026-11-20T10:00'), work, away)).toBeNull()
  })

  it('ends with the hours of the day, also where they lie in one half of it', () => {
    const late = { ...work, hours: { from: '13:00', to: '17:00' } }
    expect(afterWork(4 * 60, at('2026-11-20T09:00'), late, [])).toEqual(at('2026-11-20T17:00'))
    expect(afterWork(4 * 60 + 1, at('2026-11-20T09:00'), late, [])).toEqual(at('2026-11-23T13:01'))
  })

  it('is half over where as much of it lies before as behind', () => {
    expect(halfway(at('2026-11-20T15:00'), at('2026-11-23T18:00'), work)).toEqual(at('2026-11-23T12:00'))
    expect(halfway(at('2026-11-21T00:00'), at('2026-11-22T23:00'), work)).toBeNull()
    const minutes = fc.integer({ min: 1, max: 40 * 60 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * 24 * 60 }), minutes, (later, worked) => {
        const from = new Date(at('2026-11-16T00:00').getTime() + later * 60_000)
        const to = afterWork(2 * worked, from, work, [])
        expect(to).not.toBeNull()
        expect(to && halfway(from, to, work)).toEqual(afterWork(worked, from, work, []))
      }),
    )
  })
})
