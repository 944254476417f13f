import { describe, expect, test } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { defaultForms } from '../../../src/features/forms/defaults.ts'
import { occasionFor } from '../../../src/features/reports/occasion.ts'
import { shanghai } from './stage.ts'

const calendar = workCalendarSchema.parse({ kind: 'cn' })

/** The outcome in one word or two: how it counts, and for which day. */
function occasion(key: 'plan' | 'report', at: string, date: string | null = null): string {
  const form = defaultForms.get(key)
  if (!form) throw new Error(`no form ${key}`)
  const found = occasionFor(form, 'Asia/Shanghai', calendar, shanghai(at), date)
  if (found.kind === 'none') return 'none'
  return `${found.kind === 'open' ? found.status : found.kind} ${found.occurrence.date.slice(5)}`
}

// 2026-11-20 is a Friday.
describe('which round an answer counts for', () => {
  test.each([
    ['plan', '11-20 08:29', 'on-time 11-20'],
    ['plan', '11-20 09:15', 'on-time 11-20'],
    ['plan', '11-20 09:16', 'late 11-20'],
    ['plan', '11-20 16:59', 'late 11-20'],
    ['plan', '11-20 17:00', 'on-time 11-23'],
    ['plan', '11-22 12:00', 'on-time 11-23'],
    ['report', '11-20 08:29', 'late 11-19'],
    ['report', '11-20 08:30', 'on-time 11-20'],
    ['report', '11-20 19:00', 'on-time 11-20'],
    ['report', '11-20 23:59', 'late 11-20'],
    ['report', '11-21 08:29', 'late 11-20'],
    ['report', '11-21 08:30', 'none'],
  ] as const)('a %s at %s: %s', (key, at, expected) => {
    expect(occasion(key, at)).toBe(expected)
  })

  test.each([
    ['report', '11-20 07:00', '2026-11-19', 'late 11-19'],
    ['report', '11-20 10:00', '2026-11-19', 'closed 11-19'],
    ['report', '11-20 10:00', '2026-11-20', 'on-time 11-20'],
    ['report', '11-23 10:00', '2026-11-22', 'none'],
    ['report', '11-20 07:00', '2026-11-20', 'not-yet 11-20'],
    ['plan', '11-20 10:00', '2026-11-23', 'not-yet 11-23'],
    ['plan', '11-20 18:00', '2026-11-23', 'on-time 11-23'],
    ['plan', '11-20 18:00', '2026-11-19', 'closed 11-19'],
  ] as const)('a %s at %s for %s: %s', (key, at, date, expected) => {
    expect(occasion(key, at, date)).toBe(expected)
  })
})
