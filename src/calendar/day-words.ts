import type { Weekday } from './dates.ts'
import type { PlainSpec } from './schedule-spec.ts'

/** The days of a schedule, still without its times. */
type Days = PlainSpec extends infer Spec ? (Spec extends PlainSpec ? Omit<Spec, 'at'> : never) : never

/** Reads which days a text means; null when it means none that we know. Expects small letters, half-width characters. */
export function readDays(text: string): Days | null {
  const words = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[,、和的]|\b(?:at|and|the|on|each|every)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  for (const { pattern, read } of forms) {
    const found = pattern.exec(words)
    const days = found && read(found[1] ?? '')
    if (days) return days
  }
  return null
}

const weekdays: ReadonlyMap<string, Weekday> = new Map([
  ['一', 1],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['日', 7],
  ['天', 7],
  ['mon', 1],
  ['tue', 2],
  ['wed', 3],
  ['thu', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
])

const forms: readonly { pattern: RegExp; read(found: string): Days | null }[] = [
  { pattern: /^(?:每天|每日|天天|daily|day)$/, read: () => ({ every: 'day' }) },
  { pattern: /^(?:每个?)?工作日$|^(?:work|week)days?$/, read: () => ({ every: 'workday' }) },
  { pattern: /^每?个?(?:周|星期|礼拜)([一二三四五六日天])$/, read: onWeekday },
  { pattern: /^(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?$/, read: onWeekday },
  {
    pattern: /^每?周最后一?个?工作日$|^last workday of week$|^week's last workday$/,
    read: () => ({ every: 'week', on: 'last-workday' }),
  },
  {
    pattern:
      /^每?(?:周|星期)五或(?:[每本当该]?周)?最后一?个?工作日$|^fri(?:day)? or (?:week's )?last workday(?: of week)?$/,
    read: () => ({ every: 'week', on: 'friday-or-last-workday' }),
  },
  { pattern: /^每个?月(\d{1,2})[日号]$/, read: onDayOfMonth },
  { pattern: /^(?:day )?(\d{1,2})(?:st|nd|rd|th)?(?: day)? of month$/, read: onDayOfMonth },
  { pattern: /^month(?:ly)? (?:day )?(\d{1,2})(?:st|nd|rd|th)?$/, read: onDayOfMonth },
  {
    pattern: /^每个?月(?:第一|首)个?工作日$|^first workday of month$/,
    read: () => ({ every: 'month', on: 'first-workday' }),
  },
  {
    pattern: /^每个?月最后一?个?工作日$|^last workday of month$/,
    read: () => ({ every: 'month', on: 'last-workday' }),
  },
  {
    pattern: /^每?个?月(?:最后一天|末|底)$|^last day of month$|^month end$|^end of month$/,
    read: () => ({ every: 'month', on: 'last-day' }),
  },
  {
    pattern: /^每个?季度?(?:第一|首)个?工作日$|^first workday of quarter$/,
    read: () => ({ every: 'quarter', on: 'first-workday' }),
  },
  {
    pattern: /^每个?季度?最后一?个?工作日$|^last workday of quarter$/,
    read: () => ({ every: 'quarter', on: 'last-workday' }),
  },
  {
    pattern: /^每年度?(?:第一|首)个?工作日$|^first workday of year$/,
    read: () => ({ every: 'year', on: 'first-workday' }),
  },
  {
    pattern: /^每年度?最后一?个?工作日$|^last workday of year$/,
    read: () => ({ every: 'year', on: 'last-workday' }),
  },
]

function onWeekday(name: string): Days | null {
  const on = weekdays.get(name.slice(0, 3))
  return on === undefined ? null : { every: 'week', on }
}

function onDayOfMonth(day: string): Days | null {
  const on = Number(day)
  return on >= 1 && on <= 31 ? { every: 'month', on } : null
}
