import { isLocalDate, type LocalDate } from '../../calendar/dates.ts'
import { parseDate } from '../../commands/read-date.ts'
import { resolveDate } from '../../commands/resolve-date.ts'
import { tidy } from '../../commands/tidy.ts'
import type { MonthDay } from './greeting-day.ts'

export type BirthdayRequest =
  | { readonly kind: 'show' | 'off' | 'unclear' | 'lunar' }
  | { readonly kind: 'set'; readonly day: MonthDay }

const OFF = /^(?:off|no|none|stop|remove|关|关闭|取消|删除|不要|不用|无)$/
const YES = /^(?:on|yes|ok|好|好的|可以|同意|开)$/

/** Reads what follows `/birthday`: a day of the year in any spelling, of which a year is not kept; or `off`. */
export function readBirthday(text: string, today: LocalDate): BirthdayRequest {
  const said = tidy(text)
  if (said === '') return { kind: text.trim() === '' ? 'show' : 'unclear' }
  if (OFF.test(said)) return { kind: 'off' }
  if (/农历|阴历|lunar|正月|腊月|初[1-9]/.test(said)) return { kind: 'lunar' }
  const day = dayOfYear(said, today)
  return day === null ? { kind: 'unclear' } : { kind: 'set', day }
}

/** A leap year: 29 February is a birthday in any. */
const LEAP_YEAR = '2024'

function dayOfYear(said: string, today: LocalDate): MonthDay | null {
  const date = parseDate(said)
  if (date === null) return null
  if (date.kind === 'offset') return resolveDate(date, today, 'near')?.slice(5) ?? null
  if (date.kind !== 'day' || date.month === null) return null
  // Of a whole date, the year must have had that day.
  if (date.year !== null && resolveDate(date, today, 'back') === null) return null
  const day = [date.month, date.day].map(number => String(number).padStart(2, '0')).join('-')
  return isLocalDate(`${LEAP_YEAR}-${day}`) ? day : null
}

export type StartRequest =
  | { readonly kind: 'show' | 'off' | 'agree' }
  | { readonly kind: 'unclear' | 'no-year' | 'in-future' }
  | { readonly kind: 'set'; readonly date: LocalDate }

/** Nobody who works began before. */
const EARLIEST = '1950-01-01'

/** Reads what follows `/joined`, without a name: a date with its year, `off`, or `yes` to what a manager proposed. */
export function readStart(text: string, today: LocalDate): StartRequest {
  const said = tidy(text)
  if (said === '') return { kind: text.trim() === '' ? 'show' : 'unclear' }
  if (OFF.test(said)) return { kind: 'off' }
  if (YES.test(said)) return { kind: 'agree' }
  const parsed = parseDate(said)
  if (parsed === null || parsed.kind === 'weekday') return { kind: 'unclear' }
  if (parsed.kind === 'day' && parsed.year === null) return { kind: 'no-year' }
  const date = resolveDate(parsed, today, 'near')
  if (date === null || date < EARLIEST) return { kind: 'unclear' }
  return date > today ? { kind: 'in-future' } : { kind: 'set', date }
}
