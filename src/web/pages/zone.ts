import type { Lang } from '../../base/words.ts'

const locales: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are dear to make and a long chat needs many. */
function format(lang: Lang, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([lang, zone, options])
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locales[lang], { ...options, timeZone: zone })
  formats.set(key, made)
  return made
}

/** As the team's wall shows it: 17:05. */
export function showTime(at: string, zone: string, lang: Lang): string {
  return format(lang, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))
}

/** 11月27日 周五, or Fri 27 Nov. */
export function showDay(at: string, zone: string, lang: Lang): string {
  const date = new Date(at)
  const day = format(lang, zone, { month: lang === 'zh' ? 'long' : 'short', day: 'numeric' }).format(date)
  const weekday = format(lang, zone, { weekday: 'short' }).format(date)
  return lang === 'zh' ? `${day} ${weekday}` : `${weekday} ${day}`
}

/** 2026年11月27日 周五, or Fri 27 Nov 2026. */
export function showDate(at: string, zone: string, lang: Lang): string {
  const [year, day] = [format(lang, zone, { year: 'numeric' }).format(new Date(at)), showDay(at, zone, lang)]
  return lang === 'zh' ? `${year}${day}` : `${day} ${year}`
}

/** The wall's date and time as an `<input type="datetime-local">` writes them: 2026-11-27T17:05. */
export function localOf(at: string, zone: string): string {
  return new Date(Date.parse(at) + offsetAt(Date.parse(at), zone)).toISOString().slice(0, 16)
}

/** The moment at which the wall shows `local`; in a gap of summer time the moment just as far after it. */
export function instantOf(local: string, zone: string): string {
  const wall = Date.parse(`${local}Z`)
  const guess = wall - offsetAt(wall, zone)
  return new Date(wall - offsetAt(guess, zone)).toISOString()
}

/** In milliseconds east of Greenwich. */
function offsetAt(instant: number, zone: string): number {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  const parts = format('en', zone, { ...options, ...clock }).formatToParts(new Date(instant))
  const read = new Map(parts.map(({ type, value }) => [type, value]))
  const [year, month, day] = [read.get('year'), read.get('month'), read.get('day')]
  const wall = Date.parse(`${year}-${month}-${day}T${read.get('hour')}:${read.get('minute')}:${read.get('second')}Z`)
  return wall - Math.floor(instant / 1000) * 1000
}
