import type { Lang } from '../../base/words.ts'
import { type LocalDate, weekdayOf } from '../../calendar/dates.ts'
import type { Verdict } from './verdict.ts'

const weekdays = { zh: '一二三四五六日', en: 'MTWTFSS' }

interface LivedDay {
  readonly date: LocalDate
  readonly isWorkday: boolean
  readonly sent: ReadonlyMap<string, number>
}

/** `2026-09-14 一  reports.submitted 14 · digests.due 2` */
export function dayLine({ date, isWorkday, sent }: LivedDay, lang: Lang): string {
  const weekday = weekdays[lang][weekdayOf(date) - 1]
  const free = isWorkday ? '' : { zh: '休息 ', en: 'off ' }[lang]
  const said = [...sent].map(([purpose, count]) => `${purpose} ${count}`).join(' · ')
  return `${date} ${weekday}  ${free}${said || '–'}`
}

/** So many tell enough. */
const SHOWN = 20

export function verdictLines({ promise, looked, offenders }: Verdict, lang: Lang): string {
  if (offenders.length === 0) return `✓ ${promise[lang]} (${looked})`
  const shown = offenders.slice(0, SHOWN).map(offender => `    ${offender}`)
  const rest = offenders.length > SHOWN ? [`    … (${offenders.length})`] : []
  return [`✗ ${promise[lang]} (${looked})`, ...shown, ...rest].join('\n')
}
