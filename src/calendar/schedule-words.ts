import type { Lang, Words } from '../base/words.ts'
import type { Weekday } from './dates.ts'
import type { PlainSpec, ScheduleSpec } from './schedule-spec.ts'

/** The schedule as a sentence: 每个工作日 09:00, `every workday at 09:00`. `parseSchedule` reads it back. */
export function explainSchedule(spec: ScheduleSpec, lang: Lang): string {
  if ('cron' in spec) return `cron ${spec.cron}`
  const times = [spec.at].flat()
  const day = dayWords(spec)
  return lang === 'zh' ? `${day.zh} ${times.join('、')}` : `${day.en} at ${times.join(', ')}`
}

export const weekdayWords: Readonly<Record<Weekday, Words>> = {
  1: { zh: '周一', en: 'Monday' },
  2: { zh: '周二', en: 'Tuesday' },
  3: { zh: '周三', en: 'Wednesday' },
  4: { zh: '周四', en: 'Thursday' },
  5: { zh: '周五', en: 'Friday' },
  6: { zh: '周六', en: 'Saturday' },
  7: { zh: '周日', en: 'Sunday' },
}

const namedDays: Readonly<Record<Extract<PlainSpec['every'], 'day' | 'workday'>, Words>> = {
  day: { zh: '每天', en: 'every day' },
  workday: { zh: '每个工作日', en: 'every workday' },
}

const ofTheWeek = {
  'last-workday': { zh: '每周最后一个工作日', en: 'last workday of the week' },
  'friday-or-last-workday': { zh: '周五或当周最后一个工作日', en: 'Friday or the last workday of the week' },
} as const satisfies Record<string, Words>

const ofTheMonth = {
  'first-workday': { zh: '每月第一个工作日', en: 'first workday of the month' },
  'last-workday': { zh: '每月最后一个工作日', en: 'last workday of the month' },
  'last-day': { zh: '每月最后一天', en: 'last day of the month' },
} as const satisfies Record<string, Words>

const ofTheQuarter = {
  'first-workday': { zh: '每季度第一个工作日', en: 'first workday of the quarter' },
  'last-workday': { zh: '每季度最后一个工作日', en: 'last workday of the quarter' },
} as const satisfies Record<string, Words>

const ofTheYear = {
  'first-workday': { zh: '每年第一个工作日', en: 'first workday of the year' },
  'last-workday': { zh: '每年最后一个工作日', en: 'last workday of the year' },
} as const satisfies Record<string, Words>

function dayWords(spec: PlainSpec): Words {
  if (spec.every === 'day' || spec.every === 'workday') return namedDays[spec.every]
  if (spec.every === 'week') {
    if (typeof spec.on !== 'number') return ofTheWeek[spec.on]
    const { zh, en } = weekdayWords[spec.on]
    return { zh: `每${zh}`, en: `every ${en}` }
  }
  if (spec.every === 'quarter') return ofTheQuarter[spec.on]
  if (spec.every === 'year') return ofTheYear[spec.on]
  return typeof spec.on === 'number' ? monthDayWords(spec.on) : ofTheMonth[spec.on]
}

function monthDayWords(day: number): Words {
  if (day <= 28) return { zh: `每月${day}日`, en: `day ${day} of the month` }
  return { zh: `每月${day}日（没有这一天的月份跳过）`, en: `day ${day} of the month (skipping months without it)` }
}
