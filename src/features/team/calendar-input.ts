import type { Words } from '../../base/words.ts'
import { isLocalDate, type Weekday } from '../../calendar/dates.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { readOptions } from './options.ts'

export type CalendarReading =
  | { readonly ok: true; readonly calendar: WorkCalendar }
  | { readonly ok: false; readonly words: Words }

/**
 * Reads a usual week in words: `cn`, `mon-fri`, `大小周 anchor=2026-11-23` (a date in a six-day week), `single-rest sunday`,
 * each of the last three with `holidays=on|off`. Days off of its own are kept from the calendar there was, and so is
 * whether it follows the statutory holidays, unless told.
 */
export function readCalendar(text: string, current: WorkCalendar): CalendarReading {
  const { words, options } = readOptions(text)
  const [kind = '', rest = ''] = words.map(word => word.toLowerCase())
  const custom = { daysOff: current.daysOff, daysOn: current.daysOn, official: {} }
  const cnHolidays = followsHolidays(options.get('holidays') ?? options.get('节假日'), current)
  switch (kinds.get(kind)) {
    case 'cn':
      return { ok: true, calendar: { kind: 'cn', ...custom } }
    case 'mon-fri':
      return { ok: true, calendar: { kind: 'mon-fri', cnHolidays, ...custom } }
    case 'alternating': {
      const bigWeek = options.get('anchor') ?? options.get('大周') ?? rest
      if (!isLocalDate(bigWeek)) return { ok: false, words: needsAnchor }
      return { ok: true, calendar: { kind: 'alternating', bigWeek, cnHolidays, ...custom } }
    }
    case 'single-rest': {
      const restDay = restDays.get(rest)
      if (restDay === undefined) return { ok: false, words: needsRestDay }
      return { ok: true, calendar: { kind: 'single-rest', restDay, cnHolidays, ...custom } }
    }
    case undefined:
      return { ok: false, words: unknownKind }
  }
}

const kinds: ReadonlyMap<string, WorkCalendar['kind']> = new Map([
  ['cn', 'cn'],
  ['法定', 'cn'],
  ['中国', 'cn'],
  ['mon-fri', 'mon-fri'],
  ['周一至周五', 'mon-fri'],
  ['双休', 'mon-fri'],
  ['alternating', 'alternating'],
  ['大小周', 'alternating'],
  ['single-rest', 'single-rest'],
  ['单休', 'single-rest'],
])

const restDays: ReadonlyMap<string, Weekday> = new Map([
  ['monday', 1],
  ['周一', 1],
  ['tuesday', 2],
  ['周二', 2],
  ['wednesday', 3],
  ['周三', 3],
  ['thursday', 4],
  ['周四', 4],
  ['friday', 5],
  ['周五', 5],
  ['saturday', 6],
  ['周六', 6],
  ['sunday', 7],
  ['周日', 7],
  ['周天', 7],
])

function followsHolidays(told: string | undefined, current: WorkCalendar): boolean {
  if (told === undefined) return current.kind === 'cn' || current.cnHolidays
  return /^(?:on|yes|true|是|开)$/i.test(told)
}

const needsAnchor: Words = {
  zh: '大小周要知道哪一周是大周（上六天）：写一个大周里的日期，例如 /settings calendar 大小周 anchor=2026-11-23',
  en: 'Alternating weeks need a date in a six-day week, for example /settings calendar alternating anchor=2026-11-23',
}

const needsRestDay: Words = {
  zh: '单休要知道哪天休息，例如 /settings calendar 单休 周日',
  en: 'Say which day is the day of rest, for example /settings calendar single-rest sunday',
}

const unknownKind: Words = {
  zh: '可选的日历：cn（法定节假日和调休）、双休、大小周、单休。例如 /settings calendar cn',
  en: 'The calendars are cn, mon-fri, alternating and single-rest. For example /settings calendar mon-fri',
}
