import { describe, expect, test } from 'vitest'
import { parseSchedule } from '../../src/calendar/schedule-parse.ts'
import { explainSchedule } from '../../src/calendar/schedule-words.ts'
import { cn } from './calendars.ts'

/** A Saturday, 18:00 in Shanghai. */
const now = new Date('2026-11-21T10:00:00Z')
const parse = (text: string) => parseSchedule(text, { zone: 'Asia/Shanghai', calendar: cn }, now)
const specOf = (text: string) => {
  const result = parse(text)
  return result.ok ? result.spec : result.reason
}

describe('schedules are typed as people say them', () => {
  test.each([
    ['每天 09:00', { every: 'day', at: '09:00' }],
    ['daily 9am', { every: 'day', at: '09:00' }],
    ['每个工作日 09:00', { every: 'workday', at: '09:00' }],
    ['工作日９：００', { every: 'workday', at: '09:00' }],
    ['every workday 09:00', { every: 'workday', at: '09:00' }],
    ['on workdays at 9:00 and 17:30', { every: 'workday', at: ['09:00', '17:30'] }],
    ['每个工作日 早上9点、下午5点半', { every: 'workday', at: ['09:00', '17:30'] }],
    ['周五 17:00', { every: 'week', on: 5, at: '17:00' }],
    ['每星期天 8点05分', { every: 'week', on: 7, at: '08:05' }],
    ['friday 17:00', { every: 'week', on: 5, at: '17:00' }],
    ['every Tuesday at 5:30 PM', { every: 'week', on: 2, at: '17:30' }],
    ['thurs 12am', { every: 'week', on: 4, at: '00:00' }],
    ['周五或本周最后一个工作日 17:00', { every: 'week', on: 'friday-or-last-workday', at: '17:00' }],
    ["Friday or the week's last workday 17:00", { every: 'week', on: 'friday-or-last-workday', at: '17:00' }],
    ['每周最后一个工作日 17:00', { every: 'week', on: 'last-workday', at: '17:00' }],
    ['每月最后一个工作日 18:00', { every: 'month', on: 'last-workday', at: '18:00' }],
    ['first workday of the month 10:00', { every: 'month', on: 'first-workday', at: '10:00' }],
    ['每季度最后一个工作日 18:00', { every: 'quarter', on: 'last-workday', at: '18:00' }],
    ['每季首个工作日 9点', { every: 'quarter', on: 'first-workday', at: '09:00' }],
    ['last workday of the quarter 18:00', { every: 'quarter', on: 'last-workday', at: '18:00' }],
    ['每年最后一个工作日 18:00', { every: 'year', on: 'last-workday', at: '18:00' }],
    ['first workday of every year 10:00', { every: 'year', on: 'first-workday', at: '10:00' }],
    ['每月15号 10:00', { every: 'month', on: 15, at: '10:00' }],
    ['1st of every month 10:00', { every: 'month', on: 1, at: '10:00' }],
    ['月底 10:00', { every: 'month', on: 'last-day', at: '10:00' }],
    ['0 9 * * mon-fri', { cron: '0 9 * * MON-FRI' }],
    ['0 9 l * *', { cron: '0 9 L * *' }],
    ['@daily', { cron: '@daily' }],
  ])('%s', (text, spec) => {
    expect(specOf(text)).toEqual(spec)
  })
})

describe('a good schedule shows its next three slots', () => {
  test.each([
    ['每个工作日 09:00', ['2026-11-23 09:00', '2026-11-24 09:00', '2026-11-25 09:00']],
    ['每天 18:00、19:00', ['2026-11-21 19:00', '2026-11-22 18:00', '2026-11-22 19:00']],
    ['每月最后一个工作日 18:00', ['2026-11-30 18:00', '2026-12-31 18:00', '2027-01-29 18:00']],
  ])('%s', (text, expected) => {
    const result = parse(text)
    expect(result.ok && result.next.map(slot => `${slot.date} ${slot.time}`)).toEqual(expected)
  })

  test('and tells which of them are unconfirmed', () => {
    const result = parse('每月最后一个工作日 18:00')
    expect(result.ok && result.next.map(slot => slot.confirmed)).toEqual([true, true, false])
  })
})

describe('a bad schedule is refused with its reason', () => {
  test.each([
    ['每天', '缺少时间，例如 09:00'],
    ['', '缺少时间，例如 09:00'],
    ['每天 25:00', '没有这样的时间，应在 00:00 到 23:59 之间'],
    ['每天 晚上12点', '没有这样的时间，应在 00:00 到 23:59 之间'],
    ['每天 9:75', '没有这样的时间，应在 00:00 到 23:59 之间'],
    ['0 9 5W * 5#2', '这个时间永远不会到来'],
    ['61 9 * * *', '“分”一段的 61 无效'],
  ])('%j', (text, reason) => {
    expect(specOf(text)).toMatchObject({ zh: reason })
  })

  test.each(['某天 09:00', '周七 09:00', 'blursday 09:00', '每月32日 09:00', '周五周六 09:00'])(
    '%j: unclear days',
    text => {
      expect(specOf(text)).toMatchObject({ zh: expect.stringContaining('没看懂') })
    },
  )
})

test('cron explains itself by its expression', () => {
  expect(explainSchedule({ cron: '0 9 * * 1-5' }, 'zh')).toBe('cron 0 9 * * 1-5')
})
