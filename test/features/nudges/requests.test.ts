import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextSlot, type ScheduleSpec } from '../../../src/calendar/schedule.ts'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { timeOf } from '../../../src/calendar/zone.ts'
import { earlier } from '../../../src/features/nudges/earlier-schedule.ts'
import { readQuietRequest } from '../../../src/features/nudges/quiet-request.ts'
import { at } from './stage.ts'

describe('what /quiet asks for', () => {
  it.each([
    ['', { kind: 'show' }],
    ['30', { kind: 'minutes', minutes: 30 }],
    ['３０', { kind: 'minutes', minutes: 30 }],
    ['30分钟', { kind: 'minutes', minutes: 30 }],
    ['半小时', { kind: 'minutes', minutes: 30 }],
    ['1.5 小时', { kind: 'minutes', minutes: 90 }],
    ['2h', { kind: 'minutes', minutes: 120 }],
    ['1440', { kind: 'minutes', minutes: 1440 }],
    ['1441', { kind: 'unclear' }],
    ['0', { kind: 'unclear' }],
    ['今天', { kind: 'today' }],
    ['Today', { kind: 'today' }],
    ['off', { kind: 'off' }],
    ['关闭', { kind: 'off' }],
    ['21:00-08:00', { kind: 'hours', hours: { from: '21:00', to: '08:00' } }],
    ['晚上9点到早上8点', { kind: 'hours', hours: { from: '21:00', to: '08:00' } }],
    ['09:00-09:00', { kind: 'unclear' }],
    ['soon', { kind: 'unclear' }],
  ])('%s', (text, request) => {
    expect(readQuietRequest(text)).toEqual(request)
  })
})

const calendar = workCalendarSchema.parse({ kind: 'cn' })

describe('a schedule some minutes earlier', () => {
  it.each<[ScheduleSpec, ScheduleSpec | null]>([
    [
      { every: 'workday', at: '09:15' },
      { every: 'workday', at: ['09:00'] },
    ],
    [
      { every: 'day', at: ['00:10', '12:00'] },
      { every: 'day', at: ['11:45'] },
    ],
    [{ every: 'day', at: '00:10' }, null],
    [{ cron: '0 17 * * 5' }, { cron: '45 16 * * 5' }],
    [{ cron: '0 10,15 1 * *' }, { cron: '45 9,14 1 * *' }],
    [{ cron: '0,20 9 * * 1-5' }, null],
  ])('%j', (spec, expected) => {
    expect(earlier(spec, 15)).toEqual(expected)
  })

  it('comes just so much earlier, on the same day', () => {
    const times = fc.uniqueArray(fc.integer({ min: 241, max: 1439 }).map(timeOf), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 240 }), (at_, minutes) => {
        const spec = { every: 'workday' as const, at: at_.toSorted() }
        const shifted = earlier(spec, minutes)
        const after = at('2026-11-20 00:00')
        const due = nextSlot(spec, 'Asia/Shanghai', calendar, after)
        const before = shifted && nextSlot(shifted, 'Asia/Shanghai', calendar, after)
        expect(before?.date).toBe(due?.date)
        expect((due?.at.getTime() ?? 0) - (before?.at.getTime() ?? 0)).toBe(minutes * 60_000)
      }),
      { numRuns: 100 },
    )
  })
})
