import type { Lang } from '../../base/words.ts'
import { dayOfMonth, type LocalDate, monthOf, weekdayOf } from '../../calendar/dates.ts'

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const weekdays = { zh: '一二三四五六日', en: 'MonTueWedThuFriSatSun' } as const

/** 10月3日 周六, Sat 3 Oct: without a year. */
export function dayWords(date: LocalDate, lang: Lang): string {
  const day = weekdayOf(date) - 1
  const short = monthDayWords(date.slice(5), lang)
  return { zh: `${short} 周${weekdays.zh[day]}`, en: `${weekdays.en.slice(3 * day, 3 * day + 3)} ${short}` }[lang]
}

/** 3月15日, 15 Mar. */
export function monthDayWords(monthDay: string, lang: Lang): string {
  const date = `2024-${monthDay}`
  const month = monthOf(date)
  return {
    zh: `${month}月${dayOfMonth(date)}日`,
    en: `${dayOfMonth(date)} ${months.slice(3 * month - 3, 3 * month)}`,
  }[lang]
}
