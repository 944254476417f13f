import { LegalHoliday, LunarDay, SolarTerm } from 'tyme4ts'
import { addDays, dateOf, dayOfMonth, eachDate, type LocalDate, monthOf, yearOf } from './dates.ts'
import type { OfficialDay, OfficialTable } from './work-calendar.ts'

/** What the official table, else the built-in one, says of a date; null when it is an ordinary day to both. */
export function holidayOf(date: LocalDate, official: OfficialTable): OfficialDay | null {
  return official[date] ?? builtInYear(yearOf(date)).get(date) ?? null
}

/**
 * True when the year's arrangement is known: it is built in, or the official table gives every statutory holiday off.
 * A table with a few odd dates does not make a year known.
 */
export function isYearKnown(year: number, official: OfficialTable): boolean {
  if (builtInYear(year).get(dateOf(year, 1, 1))?.work === false) return true
  return missingHolidays(year, official).length === 0
}

/** The statutory holidays of a year that the table does not give off. */
export function missingHolidays(year: number, official: OfficialTable): readonly StatutoryDay[] {
  return statutoryDays(year).filter(({ date }) => official[date]?.work !== false)
}

/** True for the days that the law itself gives off, in years announced or not. */
export function isStatutoryHoliday(date: LocalDate): boolean {
  return statutoryDays(yearOf(date)).some(day => day.date === date)
}

export interface StatutoryDay {
  date: LocalDate
  name: string
}

const statutoryByYear = new Map<number, readonly StatutoryDay[]>()

/** The days that the law gives off each year, before any bridging: computable for years not yet announced. */
function statutoryDays(year: number): readonly StatutoryDay[] {
  const known = statutoryByYear.get(year)
  if (known) return known
  const newYear = lunarDate(year, 1, 1)
  const days = [
    ...daysFrom('元旦', dateOf(year, 1, 1), 1),
    ...daysFrom('春节', addDays(newYear, -1), 4),
    ...daysFrom('清明节', qingming(year), 1),
    ...daysFrom('劳动节', dateOf(year, 5, 1), 2),
    ...daysFrom('端午节', lunarDate(year, 5, 5), 1),
    ...daysFrom('中秋节', lunarDate(year, 8, 15), 1),
    ...daysFrom('国庆节', dateOf(year, 10, 1), 3),
  ]
  statutoryByYear.set(year, days)
  return days
}

function daysFrom(name: string, first: LocalDate, count: number): readonly StatutoryDay[] {
  return eachDate(first, addDays(first, count - 1))
    .map(date => ({ date, name }))
    .toArray()
}

function lunarDate(year: number, month: number, day: number): LocalDate {
  return asDate(LunarDay.fromYmd(year, month, day).getSolarDay())
}

function qingming(year: number): LocalDate {
  return asDate(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay())
}

function asDate(day: { getYear(): number; getMonth(): number; getDay(): number }): LocalDate {
  return dateOf(day.getYear(), day.getMonth(), day.getDay())
}

const builtInYears = new Map<number, ReadonlyMap<LocalDate, OfficialDay>>()

/** Read once a year and kept: each question to the library searches one long text. */
function builtInYear(year: number): ReadonlyMap<LocalDate, OfficialDay> {
  const known = builtInYears.get(year)
  if (known) return known
  const days = new Map<LocalDate, OfficialDay>()
  for (const date of eachDate(dateOf(year, 1, 1), dateOf(year, 12, 31))) {
    const holiday = LegalHoliday.fromYmd(year, monthOf(date), dayOfMonth(date))
    if (holiday) days.set(date, { work: holiday.isWork(), name: holiday.getName() })
  }
  builtInYears.set(year, days)
  return days
}
