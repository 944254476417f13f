import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, readDateRange, readTime, readTimeSpan, splitWords } from '../../src/commands/arguments.ts'

/** A Thursday. */
const today = '2026-03-05'

describe('dates', () => {
  test.each([
    ['今天', '2026-03-05'],
    [' Today ', '2026-03-05'],
    ['明天', '2026-03-06'],
    ['tomorrow', '2026-03-06'],
    ['后天', '2026-03-07'],
    ['day after tomorrow', '2026-03-07'],
    ['大后天', '2026-03-08'],
    ['昨天', '2026-03-04'],
    ['前天', '2026-03-03'],
    ['周四', '2026-03-05'],
    ['周三', '2026-03-11'],
    ['本周三', '2026-03-04'],
    ['这周日', '2026-03-08'],
    ['星期天', '2026-03-08'],
    ['下周一', '2026-03-09'],
    ['下个星期五', '2026-03-13'],
    ['下下周一', '2026-03-16'],
    ['上周五', '2026-02-27'],
    ['next monday', '2026-03-09'],
    ['Friday', '2026-03-06'],
    ['last fri', '2026-02-27'],
    ['3.5', '2026-03-05'],
    ['3-5', '2026-03-05'],
    ['3/7', '2026-03-07'],
    ['３．７', '2026-03-07'],
    ['3月5日', '2026-03-05'],
    ['3 月 5 号', '2026-03-05'],
    ['三月二十一日', '2026-03-21'],
    ['五月十日', '2026-05-10'],
    ['7号', '2026-03-07'],
    ['28号', '2026-02-28'],
    ['2026-03-05', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2027年1月2日', '2027-01-02'],
    ['20260305', '2026-03-05'],
    ['Mar 7', '2026-03-07'],
    ['7th of March', '2026-03-07'],
    ['Dec 24, 2026', '2026-12-24'],
    ['12.30', '2025-12-30'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, today)).toBe(date)
  })

  test.each([
    '2月31日',
    '2.30',
    '2.29',
    '13.1',
    '0.5',
    '3.0',
    '2026-02-29',
    '32号',
    '周八',
    '拜访3',
    '3',
    '',
    '3.5.7.9',
    '0099-01-01',
    '2026-3.5',
  ])('%j is none', text => {
    expect(readDate(text, today)).toBeNull()
  })

  test('a date without a year is the nearest one, across the new year', () => {
    expect(readDate('1.3', '2026-12-28')).toBe('2027-01-03')
    expect(readDate('12.30', '2027-01-03')).toBe('2026-12-30')
    expect(readDate('2.29', '2028-01-10')).toBe('2028-02-29')
    expect(readDate('31号', '2026-04-20')).toBe('2026-03-31')
  })

  test('a lean says which one is meant when the nearest is not', () => {
    expect(readDate('周三', today, 'back')).toBe('2026-03-04')
    expect(readDate('3.1', today, 'ahead')).toBe('2027-03-01')
    expect(readDate('3.9', today, 'back')).toBe('2025-03-09')
    expect(readDate('1号', '2026-12-20', 'ahead')).toBe('2027-01-01')
    expect(readDate('30号', '2026-01-31', 'ahead')).toBe('2026-03-30')
    expect(readDate('31号', '2026-03-01', 'back')).toBe('2026-01-31')
  })

  test('every day of a year is read back, however it is written', () => {
    const nearby = fc.integer({ min: -180, max: 180 })
    fc.assert(
      fc.property(nearby, days => {
        const date = new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
        const [, month, day] = date.split('-').map(Number)
        for (const text of [date, `${month}.${day}`, `${month}月${day}日`, `${month}/${day}`]) {
          expect(readDate(text, today)).toBe(date)
        }
      }),
    )
  })
})

describe('ranges of dates', () => {
  test.each([
    ['明天', { from: '2026-03-06', to: '2026-03-06' }],
    ['明天上午', { from: '2026-03-06', to: '2026-03-06', half: 'am' }],
    ['tomorrow pm', { from: '2026-03-06', to: '2026-03-06', half: 'pm' }],
    ['3.9 下午', { from: '2026-03-09', to: '2026-03-09', half: 'pm' }],
    ['3.5-3.7', { from: '2026-03-05', to: '2026-03-07' }],
    ['3-5-3-7', { from: '2026-03-05', to: '2026-03-07' }],
    ['2026-03-05 - 2026-03-07', { from: '2026-03-05', to: '2026-03-07' }],
    ['3月5日至3月7日', { from: '2026-03-05', to: '2026-03-07' }],
    ['从3月5日到7日', { from: '2026-03-05', to: '2026-03-07' }],
    ['3.5~7', { from: '2026-03-05', to: '2026-03-07' }],
    ['3.5～3.7', { from: '2026-03-05', to: '2026-03-07' }],
    ['3.30-4.2', { from: '2026-03-30', to: '2026-04-02' }],
    ['12.30-1.2', { from: '2025-12-30', to: '2026-01-02' }],
    ['3.9-10.9', { from: '2026-03-09', to: '2026-10-09' }],
    ['明天到后天', { from: '2026-03-06', to: '2026-03-07' }],
    ['下周一至下周三', { from: '2026-03-09', to: '2026-03-11' }],
    ['周三到周五', { from: '2026-03-11', to: '2026-03-13' }],
    ['next monday to wednesday', { from: '2026-03-09', to: '2026-03-11' }],
    ['from Mar 9 to Mar 11', { from: '2026-03-09', to: '2026-03-11' }],
  ])('%s', (text, range) => {
    expect(readDateRange(text, today)).toEqual(range)
  })

  test.each(['后天到明天', '2026-03-07~2026-03-05', '3.5-', '~3.7', '2.28-2.31', '上午', '三天', '3.5上午-3.7上午'])(
    '%j is none',
    text => {
      expect(readDateRange(text, today)).toBeNull()
    },
  )
})

describe('times', () => {
  test.each([
    ['8:30', '08:30'],
    ['08：30', '08:30'],
    ['0830', '08:30'],
    ['17:00', '17:00'],
    ['8点半', '08:30'],
    ['八点半', '08:30'],
    ['八点一刻', '08:15'],
    ['8点', '08:00'],
    ['8点5分', '08:05'],
    ['十八点三十分', '18:30'],
    ['下午5点', '17:00'],
    ['下午两点半', '14:30'],
    ['晚上8:30', '20:30'],
    ['晚上12点', '00:00'],
    ['凌晨1点', '01:00'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['中午', '12:00'],
    ['零点', '00:00'],
    ['5pm', '17:00'],
    ['5:30 p.m.', '17:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })

  test.each(['24:00', '8:60', '25点', '8', '上午13点', '13am', '下午0点', '中午6点', '8:3', '99', '拜访3', ''])(
    '%j is none',
    text => {
      expect(readTime(text)).toBeNull()
    },
  )

  test('every minute of the day is read back', () => {
    for (let minute = 0; minute < 1440; minute++) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      expect(readTime(time)).toBe(time)
      expect(readTime(time.replace(':', ''))).toBe(time)
    }
  })
})

describe('spans of time', () => {
  test.each([
    ['8:30-17:00', '08:30', '17:00'],
    ['0830~1700', '08:30', '17:00'],
    ['22:00 to 08:00', '22:00', '08:00'],
    ['晚上10点到早上8点', '22:00', '08:00'],
    ['晚上10点到8点', '22:00', '08:00'],
    ['下午2点到5点', '14:00', '17:00'],
    ['早上9点至下午6点半', '09:00', '18:30'],
    ['9-18点', '09:00', '18:00'],
    ['2-5pm', '14:00', '17:00'],
    ['9-5pm', '09:00', '17:00'],
    ['from 9am to 5pm', '09:00', '17:00'],
  ])('%s is %s to %s', (text, from, to) => {
    expect(readTimeSpan(text)).toEqual({ from, to })
  })

  test.each(['9-18', '8:30', '8:30-8:30', '8:30-25:00', '3.5-3.7', ''])('%j is none', text => {
    expect(readTimeSpan(text)).toBeNull()
  })
})

describe('words', () => {
  test.each([
    ['  a  b\tc\nd ', ['a', 'b', 'c', 'd']],
    ['add "Key account" 3', ['add', 'Key account', '3']],
    ['新建 “大客户 拜访” 「二 组」', ['新建', '大客户 拜访', '二 组']],
    ["don't stop", ["don't", 'stop']],
    ['say "a b', ['say', '"a', 'b']],
    ['"a b"c', ['"a', 'b"c']],
    ['""', ['']],
    ['全角　空格', ['全角', '空格']],
    ['', []],
  ])('%j', (text, words) => {
    expect(splitWords(text)).toEqual(words)
  })
})

describe('whatever is typed', () => {
  const readers = [
    (text: string) => readDate(text, today),
    (text: string) => readDateRange(text, today),
    readTime,
    readTimeSpan,
    splitWords,
  ]

  test('the readers answer and never throw', () => {
    const piece = fc.constantFrom(
      '3',
      '12',
      '.',
      '-',
      '~',
      '月',
      '日',
      '点',
      '半',
      '下午',
      '周',
      '到',
      ' ',
      'am',
      '十',
      '"',
      '“',
      '年',
      ':',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(pieces => pieces.join('')),
        ),
        text => {
          for (const read of readers) read(text)
          expect(readDate(text, today) ?? today).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          expect(readTime(text) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
          const range = readDateRange(text, today)
          if (range !== null) expect(range.from <= range.to).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each(['"', '“', '" ', '“ ', '-', '十', ' ', '3.5-', 'ﷺ'])(
    '%j, over and over, takes time in proportion only',
    unit => {
      const text = unit.repeat(200_000)
      const start = performance.now()
      for (const read of readers) read(text)
      expect(performance.now() - start).toBeLessThan(2000)
    },
  )
})
