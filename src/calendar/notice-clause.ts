import type { Words } from '../base/words.ts'
import { eachDate, isLocalDate, type LocalDate, weekdayOf } from './dates.ts'

/** The words up to 放假 or 上班, and the 共N天 that follows, if any. */
export interface Clause {
  readonly days: string
  readonly work: boolean
  readonly count: number | null
}

/** The holiday that a clause speaks of, in the year that the notice is for. */
export interface Item {
  readonly year: number
  readonly name: string
}

export type ClauseReading = { readonly dates: readonly LocalDate[]; readonly name: string } | { readonly error: Words }

export function* clausesOf(sentence: string): Generator<Clause> {
  const pieces = sentence.split(/(放假|上班)/)
  for (let at = 1; at < pieces.length; at += 2) {
    const [, count] = /^(?:调休)?,?共?\s*(\d+)\s*天/.exec(pieces[at + 1] ?? '') ?? []
    yield {
      days: (pieces[at - 1] ?? '').replace(/\d+\s*天/, ''),
      work: pieces[at] === '上班',
      count: count === undefined ? null : Number(count),
    }
  }
}

/**
 * Every date of a clause: `1月1日(周四)至3日(周六)` is three, and the month carries over. What the notice says twice must
 * agree: the weekdays in brackets, and 共N天. That is what catches a wrong year.
 */
export function readClause(clause: Clause, item: Item): ClauseReading {
  const dates: LocalDate[] = []
  let from: LocalDate | null = null
  let month: string | undefined
  for (const { groups = {} } of clause.days.matchAll(dayPattern)) {
    month = groups['month'] ?? month
    const date = dateIn(item, groups['year'], month, groups['day'])
    if (date === null) return { error: faults.noSuchDay(`${month ?? '?'}月${groups['day']}日`) }
    if (!agreesWithNote(date, groups['note'])) return { error: faults.weekday(date, groups['note'] ?? '') }
    if (from !== null && date < from) return { error: faults.backwards(from, date) }
    const opensRange = groups['to'] !== undefined
    if (!opensRange) dates.push(...eachDate(from ?? date, date))
    from = opensRange ? date : null
  }
  if (dates.length === 0 || from !== null) return { error: faults.noDates(item.name) }
  if (clause.count !== null && clause.count !== dates.length) {
    return { error: faults.count(item.name, clause.count, dates.length) }
  }
  return { dates, name: item.name }
}

const dayPattern =
  /(?:(?<year>\d{4})\s*年\s*)?(?:(?<month>\d{1,2})\s*月\s*)?(?<day>\d{1,2})\s*[日号]\s*(?:\((?<note>[^)]*)\))?\s*(?<to>起?\s*[至到~—-])?/g

/** New Year's item may begin in the December before; the notice does not always say so. */
function dateIn(item: Item, stated: string | undefined, month = '', day = ''): LocalDate | null {
  const isBefore = month === '12' && item.name.includes('元旦')
  const year = stated ?? item.year - (isBefore ? 1 : 0)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}

const weekdayNames = '一二三四五六日'

function agreesWithNote(date: LocalDate, note = ''): boolean {
  const [, name] = /(?:周|星期)([一二三四五六日天])/.exec(note) ?? []
  return name === undefined || weekdayNames.indexOf(name.replace('天', '日')) + 1 === weekdayOf(date)
}

const faults = {
  noSuchDay: (day: string): Words => ({ zh: `没有${day}这一天`, en: `there is no such day: ${day}` }),
  weekday: (date: LocalDate, note: string): Words => ({
    zh: `${date} 不是${note}，年份或日期有误`,
    en: `${date} is not the weekday that the text says (${note}); the year or the date is wrong`,
  }),
  backwards: (from: LocalDate, to: LocalDate): Words => ({
    zh: `${from} 至 ${to} 先后颠倒`,
    en: `${from} to ${to} runs backwards`,
  }),
  noDates: (name: string): Words => ({ zh: `${name}：日期不完整`, en: `${name}: the dates are incomplete` }),
  count: (name: string, stated: number, found: number): Words => ({
    zh: `${name}：写明共${stated}天，读到的是${found}天`,
    en: `${name}: the text says ${stated} days, but names ${found}`,
  }),
}
