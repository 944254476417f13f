import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/calendar/dates.ts'
import { parseOfficial } from '../../src/calendar/official.ts'
import { dayOf, unknownYears, workCalendarSchema } from '../../src/calendar/workdays.ts'
import { cn } from './calendars.ts'

const notice2026 = `国务院办公厅关于2026年
部分节假日安排的通知

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日`

/** An invented arrangement in the notice's wording; the statutory days are those of 2027. */
const notice2027 = `关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月30日（周六）、2月14日（周日）上班。
三、清明节：4月3日至5日放假，共3天。
四、劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日至7日放假调休，共7天。9月26日、10月9日上班。`

const tableOf = (text: string, year?: number) => {
  const result = parseOfficial(text, year)
  return result.ok ? result.table : result.errors
}
const linesOf = (text: string, year?: number) => {
  const result = parseOfficial(text, year)
  return result.ok ? [] : result.errors.map(error => error.line)
}
const datesOf = (text: string, year?: number) => Object.keys(tableOf(text, year))

describe('the notice as it is published', () => {
  test('says of 2026 what the built-in table says', () => {
    const result = parseOfficial(notice2026)
    if (!result.ok) expect.fail(JSON.stringify(result.errors))
    expect(result.missing).toEqual([])
    for (let date = '2026-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      const built = dayOf(cn, date)
      const stated = built.reason === 'holiday' || built.reason === 'make-up' ? built.work : undefined
      expect([date, result.table[date]?.work]).toEqual([date, stated])
    }
  })

  test('makes an unknown year known', () => {
    const result = parseOfficial(notice2027)
    if (!result.ok) expect.fail(JSON.stringify(result.errors))
    expect(result.missing).toEqual([])
    const calendar = workCalendarSchema.parse({ kind: 'cn', official: result.table })
    expect(unknownYears(calendar, '2027-01-01', '2027-12-31')).toEqual([])
    expect(dayOf(calendar, '2027-05-08')).toEqual({ work: true, reason: 'make-up', name: '劳动节' })
    expect(dayOf(calendar, '2027-06-09')).toEqual({ work: false, reason: 'holiday', name: '端午节' })
    expect(dayOf(calendar, '2027-03-01')).toEqual({ work: true, reason: 'weekday' })
  })

  test.each([
    [
      'New Year begun in the old year, unsaid',
      '一、元旦：12月31日至1月2日放假调休，共3天。',
      ['2026-12-31', '2027-01-01', '2027-01-02'],
    ],
    [
      'New Year begun in the old year, said',
      '一、元旦：2026年12月31日至2027年1月1日放假。',
      ['2026-12-31', '2027-01-01'],
    ],
    ['single days in a row', '五、端午节：6月9日、10日放假。', ['2027-06-09', '2027-06-10']],
    ['two verbs in one sentence', '五、端午节：6月9日放假，6月12日上班。', ['2027-06-09', '2027-06-12']],
    ['half-width marks', '五、端午节:6月9日(周三)放假,共1天', ['2027-06-09']],
    ['a heading without number', '端午节：6月9日放假', ['2027-06-09']],
    ['advice that is no order', '二、春节：2月6日放假。鼓励安排职工在除夕（2月5日）休息。', ['2027-02-06']],
  ])('%s', (_, text, dates) => {
    expect(datesOf(text, 2027)).toEqual(dates)
  })

  test('with a heading for another year is caught by its own weekdays, line by line', () => {
    expect(linesOf(notice2026.replaceAll('2026年', '2027年'))).toEqual([6, 6, 7, 7, 8, 9, 9, 10, 11, 12, 12])
  })

  test.each([
    ['no year anywhere', '一、元旦：1月1日放假', undefined],
    ['a count that does not add up', '六、中秋节：9月15日至17日放假，共4天。', 2027],
    ['a day that does not exist', '三、清明节：4月31日放假', 2027],
    ['a range backwards', '四、劳动节：5月5日至1日放假', 2027],
    ['a month left to guess', '五、端午节：6月9日放假，12日上班。', 2027],
    ['a range without end', '四、劳动节：5月1日至放假', 2027],
    ['days under no heading', '1月1日放假', 2027],
    ['a date both off and worked', '一、元旦：1月1日放假。1月1日上班。', 2027],
  ])('is refused for %s', (_, text, year) => {
    expect(linesOf(text, year)).toEqual([1])
  })
})

describe('lines of CSV and JSON', () => {
  test('are read, in either language, with a header, comments and blank lines', () => {
    const text =
      'date,kind,name\n# 元旦\n\n2027-01-01,off,元旦\n2027-01-02,上班,元旦\n{"date":"2027-01-03","work":false,"name":"x"}'
    expect(tableOf(text)).toEqual({
      '2027-01-01': { work: false, name: '元旦' },
      '2027-01-02': { work: true, name: '元旦' },
      '2027-01-03': { work: false, name: 'x' },
    })
  })

  test('tell which statutory holidays are still missing', () => {
    const result = parseOfficial('2027-01-01,off,元旦')
    if (!result.ok) expect.fail(JSON.stringify(result.errors))
    expect(result.missing).toContainEqual({ date: '2027-02-06', name: '春节' })
    expect(result.missing.map(day => day.date)).not.toContain('2027-01-01')
  })

  test('are all refused when one is bad, each by its line', () => {
    const text =
      '2027-01-01,off,元旦\n2027-13-01,off,x\n2027-01-02,maybe,x\n2027-01-03,off,\n{"date":1}\n{oops\n2027-01-01,work,元旦'
    expect(linesOf(text)).toEqual([2, 3, 4, 5, 6, 7])
  })

  test('nothing at all is refused too', () => {
    expect(linesOf('')).toEqual([1])
    expect(linesOf('你好')).toEqual([1])
  })
})
