import type { Lang } from '../../../base/words.ts'
import { weekdayOf } from '../../../calendar/dates.ts'
import { shortLabel } from '../../../calendar/period-labels.ts'
import { weekdayWords } from '../../../calendar/schedule-words.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'

/** 11月26日周四 18:00, Thursday 26 Nov 18:00. */
export function momentWords(moment: Date, zone: Zone, lang: Lang): string {
  const { date, time } = toLocal(moment, zone)
  const weekday = weekdayWords[weekdayOf(date)][lang]
  const day = shortLabel(date, lang)
  return { zh: `${day}${weekday} ${time}`, en: `${weekday} ${day} ${time}` }[lang]
}
