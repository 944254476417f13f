import type { Lang, Words } from '../../base/words.ts'
import { weekdayOf } from '../../calendar/dates.ts'
import type { Slot } from '../../calendar/schedule.ts'
import { explainSchedule, weekdayWords } from '../../calendar/schedule-words.ts'
import type { Cadence } from './cadence.ts'

/** When a form opens, is due and closes, each said in a few words. */
export function cadenceWords(
  cadence: Cadence,
  lang: Lang,
): Readonly<Record<'opens' | 'due' | 'closes' | 'early', string>> {
  return {
    opens: opensWords(cadence.opens)[lang],
    due: explainSchedule(cadence.schedule, lang),
    closes: closesWords(cadence.closes)[lang],
    early: earlyWords[cadence.early][lang],
  }
}

/** `11-23 周一 09:15`, marked where it rests on a year whose holidays are not announced. */
export function slotWords({ date, time, confirmed }: Slot, lang: Lang): string {
  const unconfirmed = { zh: '（未确认）', en: ' (unconfirmed)' }
  return `${date.slice(5)} ${weekdayWords[weekdayOf(date)][lang]} ${time}${confirmed ? '' : unconfirmed[lang]}`
}

function opensWords(opens: Cadence['opens']): Words {
  if ('at' in opens) return { zh: opens.at, en: opens.at }
  return { zh: `截止前 ${opens.before} 分钟`, en: `${opens.before} minutes before` }
}

function closesWords(closes: Cadence['closes']): Words {
  if ('after' in closes) return { zh: `截止后 ${closes.after} 分钟`, en: `${closes.after} minutes after` }
  const { at, daysLater } = closes
  if (daysLater === 0) return { zh: `当天 ${at}`, en: `${at} the same day` }
  if (daysLater === 1) return { zh: `次日 ${at}`, en: `${at} the next day` }
  return { zh: `${daysLater} 天后 ${at}`, en: `${at}, ${daysLater} days later` }
}

const earlyWords: Readonly<Record<Cadence['early'], Words>> = {
  no: { zh: '不接受', en: 'not taken' },
  'same-day': { zh: '当天可以提前交', en: 'taken on the same day' },
  'from-last-close': { zh: '上一场关闭后就可以交，算下一场', en: 'counts for the next round once the last has closed' },
}
