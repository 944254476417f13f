import type { Words } from '../../base/words.ts'
import type { LocalTime } from '../../calendar/dates.ts'
import type { Cadence } from './cadence.ts'

/** New times of day for a form; what is left out stays. */
export interface TimesChange {
  readonly opens?: LocalTime
  readonly due?: readonly LocalTime[]
  /** Without `daysLater` it is the first such time after the form is due. */
  readonly closes?: { readonly at: LocalTime; readonly daysLater?: number }
}

export type TimesResult =
  | { readonly ok: true; readonly cadence: Cadence }
  | { readonly ok: false; readonly words: Words }

export function changeTimes(cadence: Cadence, { opens, due, closes }: TimesChange): TimesResult {
  if (due && 'cron' in cadence.schedule) return { ok: false, words: cronWords }
  const schedule = due && !('cron' in cadence.schedule) ? { ...cadence.schedule, at: atOf(due) } : cadence.schedule
  const changed = { ...cadence, schedule, ...(opens === undefined ? {} : { opens: { at: opens } }) }
  if (!closes) return { ok: true, cadence: changed }
  const { at, daysLater = closesLater(changed, at) } = closes
  return { ok: true, cadence: { ...changed, closes: { at, daysLater } } }
}

/** The times of a form that is due once a day at a named time; null for one that fields cannot show. */
export function plainTimes({ schedule, opens, closes }: Cadence): Required<PlainTimes> | null {
  if ('cron' in schedule || !('at' in opens) || !('at' in closes)) return null
  const [due, ...others] = [schedule.at].flat()
  if (due === undefined || others.length > 0) return null
  return { opens: opens.at, due, closes: { at: closes.at, daysLater: closes.daysLater } }
}

interface PlainTimes {
  readonly opens: LocalTime
  readonly due: LocalTime
  readonly closes: { readonly at: LocalTime; readonly daysLater: number }
}

function atOf(times: readonly LocalTime[]): LocalTime | LocalTime[] {
  const [only, ...others] = [...new Set(times)].sort()
  return only !== undefined && others.length === 0 ? only : [...new Set(times)].sort()
}

function closesLater({ schedule }: Cadence, at: LocalTime): number {
  if ('cron' in schedule) return 0
  const lastDue = [schedule.at].flat().sort().at(-1)
  return lastDue !== undefined && at < lastDue ? 1 : 0
}

const cronWords = {
  zh: '这张表单的时间是 cron 表达式，请导出 YAML 修改后再导入',
  en: 'the times of this form are a cron expression: export it as YAML, change that and import it',
}
