import { describe, expect, test } from 'vitest'
import { type Leave, leaveOn, leaveSchema, onLeave } from '../../src/calendar/leave.ts'

const leaves: Leave[] = [
  { from: '2026-11-23', to: '2026-11-25' },
  { from: '2026-11-26', to: '2026-11-26', half: 'am' },
  { from: '2026-11-27', to: '2026-11-27', half: 'pm' },
  { from: '2026-11-30', to: '2026-11-30', half: 'am' },
  { from: '2026-11-30', to: '2026-11-30', half: 'pm' },
]

test.each([
  ['2026-11-22', null],
  ['2026-11-23', 'day'],
  ['2026-11-25', 'day'],
  ['2026-11-26', 'am'],
  ['2026-11-27', 'pm'],
  ['2026-11-30', 'day'],
])('on %s the leave takes %s', (date, taken) => {
  expect(leaveOn(leaves, date)).toBe(taken)
})

describe('half a day is away only for that half', () => {
  test.each([
    ['2026-11-26', '09:00', true],
    ['2026-11-26', '11:59', true],
    ['2026-11-26', '12:00', false],
    ['2026-11-27', '11:59', false],
    ['2026-11-27', '17:00', true],
    ['2026-11-24', '17:00', true],
    ['2026-11-22', '09:00', false],
  ])('%s %s: %s', (date, time, away) => {
    expect(onLeave(leaves, date, time)).toBe(away)
  })

  test('and not for the day as a whole', () => {
    expect(onLeave(leaves, '2026-11-26')).toBe(false)
    expect(onLeave(leaves, '2026-11-30')).toBe(true)
  })
})

test('a leave cannot end before it begins', () => {
  expect(leaveSchema.safeParse({ from: '2026-11-25', to: '2026-11-23' }).success).toBe(false)
})
