import fc from 'fast-check'
import { createTask } from 'node-cron'
import { describe, expect, test } from 'vitest'
import { cronFallsOn, parseCron } from '../../src/calendar/cron.ts'
import { addDays, type LocalDate } from '../../src/calendar/dates.ts'

/** The dates of 2027 and 2028 on which the expression falls. */
function datesOf(expression: string): readonly LocalDate[] {
  const parsed = parseCron(expression)
  if (!parsed.ok) expect.fail(parsed.reason.en)
  return everyDate.filter(date => cronFallsOn(parsed.cron, date))
}

const everyDate = Array.from({ length: 731 }, (_, days) => addDays('2027-01-01', days))

function datesByNodeCron(expression: string): readonly LocalDate[] {
  const task = createTask(expression, () => undefined, { timezone: 'UTC' })
  return everyDate.filter(date => task.match(new Date(`${date}T09:00:00Z`)))
}

describe('an expression falls on the same dates as in node-cron', () => {
  test.each([
    '0 9 * * *',
    '0 9 * * 1-5',
    '0 9 * * mon,WED,friday',
    '0 9 13 * 5',
    '0 9 * * 6-1',
    '0 9 * * 0,7',
    '0 9 L * *',
    '0 9 L-3 * *',
    '0 9 1W,15W * *',
    '0 9 31W * *',
    '0 9 LW * *',
    '0 9 * * 5L',
    '0 9 * * 7L',
    '0 9 * * 5#2,1#5',
    '0 9 */10 jan-mar ?',
    '0 9 29 2 *',
  ])('%s', expression => {
    expect(datesOf(expression)).toEqual(datesByNodeCron(expression))
  })

  test('whatever the fields', () => {
    const days = fc.oneof(
      fc.constantFrom('*', 'L', 'LW', '*/7', '1-10/3'),
      fc.integer({ min: 1, max: 31 }).map(day => `${day}W`),
      fc.integer({ min: 1, max: 28 }).map(String),
    )
    const weekdays = fc.oneof(
      fc.constantFrom('*', '1-5', '5-7', '0', 'sun'),
      fc.integer({ min: 0, max: 7 }).map(day => `${day}L`),
      fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 5 })).map(pair => pair.join('#')),
    )
    const months = fc.constantFrom('*', '2', '1-3', '*/5', 'dec')
    fc.assert(
      fc.property(days, months, weekdays, (day, month, weekday) => {
        const expression = `0 9 ${day} ${month} ${weekday}`
        expect(datesOf(expression)).toEqual(datesByNodeCron(expression))
      }),
      { numRuns: 60 },
    )
  })
})

test('its times are sorted and each there once', () => {
  const parsed = parseCron('30,0 22-1 * * *')
  expect(parsed.ok && parsed.cron.times).toEqual([
    '00:00',
    '00:30',
    '01:00',
    '01:30',
    '22:00',
    '22:30',
    '23:00',
    '23:30',
  ])
})

describe('a bad expression is refused with its reason', () => {
  test.each([
    ['61 9 * * *', '“分”一段的 61 无效', '61 is a invalid expression for minute'],
    ['0 9 * *', '不是有效的 cron 表达式，应为 5 段：分 时 日 月 周', 'expected 5 or 6 fields but got 4'],
    [
      '0 9 31 2 *',
      '“日”一段的 31 无效，或所选月份没有这一天',
      '31 2 is an impossible day of month for the given month',
    ],
    [
      '0 0 9 * * *',
      '应为 5 段：分 时 日 月 周，不支持秒',
      'expected 5 fields: minute hour day month weekday, no seconds',
    ],
  ])('%s', (expression, zh, en) => {
    expect(parseCron(expression)).toEqual({ ok: false, reason: { zh, en } })
  })

  test.each(['', '每天', '@reboot', '*/0 * * * *'])('%j', expression => {
    expect(parseCron(expression).ok).toBe(false)
  })
})
