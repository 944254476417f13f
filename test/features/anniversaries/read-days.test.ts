import { describe, expect, test } from 'vitest'
import { readBirthday, readStart } from '../../../src/features/anniversaries/read-days.ts'

const today = '2026-11-20'

describe('a birthday', () => {
  test.each([
    ['3-15', '03-15'],
    ['３月１５日', '03-15'],
    ['三月十五', '03-15'],
    ['3.5', '03-05'],
    ['15 March', '03-15'],
    ['1990-03-15', '03-15'],
    ['Mar 15, 1990', '03-15'],
    ['2-29', '02-29'],
    ['1992-02-29', '02-29'],
    ['今天', '11-20'],
  ])('%s is %s', (text, day) => {
    expect(readBirthday(text, today)).toEqual({ kind: 'set', day })
  })

  test.each([
    ['', 'show'],
    ['off', 'off'],
    ['关', 'off'],
    ['2-30', 'unclear'],
    ['1990-02-29', 'unclear'],
    ['13-1', 'unclear'],
    ['15日', 'unclear'],
    ['周五', 'unclear'],
    ['快乐', 'unclear'],
    ['张三 3-15', 'unclear'],
    ['农历三月初五', 'lunar'],
    ['9'.repeat(100), 'unclear'],
  ])('"%s" is %s', (text, kind) => {
    expect(readBirthday(text, today)).toEqual({ kind })
  })
})

describe('a start at work', () => {
  test.each([
    ['2023-05-10', '2023-05-10'],
    ['2023年5月10日', '2023-05-10'],
    ['10 May 2023', '2023-05-10'],
    ['today', '2026-11-20'],
  ])('%s is %s', (text, date) => {
    expect(readStart(text, today)).toEqual({ kind: 'set', date })
  })

  test.each([
    ['5-10', 'no-year'],
    ['2027-01-01', 'in-future'],
    ['1899-01-01', 'unclear'],
    ['2023-02-31', 'unclear'],
    ['off', 'off'],
    ['好', 'agree'],
    ['', 'show'],
    ['张三', 'unclear'],
  ])('"%s" is %s', (text, kind) => {
    expect(readStart(text, today)).toEqual({ kind })
  })
})
