import { type Lean, resolveDate, type SaidDate } from './resolve-date.ts'
import { tidy, withoutSpaces } from './tidy.ts'

/** Reads a date in Chinese or English as `YYYY-MM-DD`; null for anything else and for days that do not exist. */
export function readDate(text: string, today: string, lean: Lean = 'near'): string | null {
  const said = parseDate(tidy(text))
  return said === null ? null : resolveDate(said, today, lean)
}

/** Expects a tidy text. */
export function parseDate(text: string): SaidDate | null {
  const said = withoutSpaces(text)
  const days = offsets.get(said)
  if (days !== undefined) return { kind: 'offset', days }
  return parseWeekday(said) ?? parseNumbers(said) ?? parseEnglish(said)
}

const offsets = new Map<string, number>([
  ...['今天', '今日', 'today'].map(word => [word, 0] as const),
  ...['明天', '明日', '明儿', 'tomorrow', 'tmr', 'tmrw'].map(word => [word, 1] as const),
  ...['后天', 'dayaftertomorrow', 'thedayaftertomorrow'].map(word => [word, 2] as const),
  ['大后天', 3],
  ...['昨天', '昨日', 'yesterday'].map(word => [word, -1] as const),
  ...['前天', 'daybeforeyesterday', 'thedaybeforeyesterday'].map(word => [word, -2] as const),
  ['大前天', -3],
])

const weeks = new Map<string, number>([
  ...['上上', '上上个'].map(word => [word, -2] as const),
  ...['上', '上个', 'last'].map(word => [word, -1] as const),
  ...['这', '这个', '本', 'this'].map(word => [word, 0] as const),
  ...['下', '下个', 'next'].map(word => [word, 1] as const),
  ...['下下', '下下个'].map(word => [word, 2] as const),
])

const chineseWeekday = /^(上上个?|上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)([1-7日天])$/
const englishWeekday =
  /^(?:on)?(last|this|next)?(?:(mon(?:day)?)|(tue(?:s|sday)?)|(wed(?:nesday)?)|(thu(?:r|rs|rsday)?)|(fri(?:day)?)|(sat(?:urday)?)|(sun(?:day)?))$/

function parseWeekday(said: string): SaidDate | null {
  const [, which, chinese] = chineseWeekday.exec(said) ?? []
  if (chinese !== undefined) return weekday(which, /\d/.test(chinese) ? Number(chinese) : 7)
  const [, week, ...names] = englishWeekday.exec(said) ?? []
  const at = names.findIndex(name => name !== undefined)
  return at < 0 ? null : weekday(week, at + 1)
}

function weekday(week: string | undefined, day: number): SaidDate {
  return { kind: 'weekday', week: weeks.get(week ?? '') ?? null, day }
}

const numberForms = [
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[日号]$/,
]

function parseNumbers(said: string): SaidDate | null {
  const groups = numberForms.map(form => form.exec(said)?.groups).find(found => found !== undefined)
  return groups === undefined ? null : day(groups['year'], groups['month'], groups['day'])
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const englishForms = [
  new RegExp(`^${monthName}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,(?<year>\\d{4}))?$`),
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:of)?${monthName},?(?<year>\\d{4})?$`),
]

function parseEnglish(said: string): SaidDate | null {
  const groups = englishForms.map(form => form.exec(said)?.groups).find(found => found !== undefined)
  if (groups === undefined) return null
  const month = monthNames.indexOf((groups['month'] ?? '').slice(0, 3)) + 1
  return day(groups['year'], String(month), groups['day'])
}

function day(year: string | undefined, month: string | undefined, of: string | undefined): SaidDate {
  return { kind: 'day', year: numberOrNull(year), month: numberOrNull(month), day: Number(of) }
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}
