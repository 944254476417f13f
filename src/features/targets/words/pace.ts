import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import type { Metric } from '../../metrics/metric.ts'
import { rateMissing } from '../../metrics/money/rate-words.ts'
import type { Forecast } from '../forecast.ts'
import type { Standing } from '../pace.ts'
import type { TargetPace } from '../read-paces.ts'
import { daysName } from './names.ts'

/** 本月签单额 5.2万 / 12万（43%），剩 7 个工作日，每天需 9714，预计 9万–12万（八成把握）. */
export function paceLine(towards: TargetPace, today: LocalDate, lang: Lang): string {
  const { target, metric, pace, converted } = towards
  const days = daysName(target, today, lang)
  const name = metricName(metric, lang)
  if (converted?.missing) {
    const value = showValue(metric, pace.value, lang)
    const why = rateMissing(converted.missing, converted.into)[lang]
    return { zh: `${days}${name} ${value}：${why}`, en: `${name} ${days}, ${value}: ${why}` }[lang]
  }
  const figures = `${showValue(metric, pace.done, lang)} / ${showValue(metric, pace.value, lang)}`
  const reached = percent(pace.attainment)
  const begin = {
    zh: `${days}${name} ${figures}${reached === '' ? '' : `（${reached}）`}`,
    en: `${name} ${days}: ${figures}${reached === '' ? '' : ` (${reached})`}`,
  }[lang]
  const parts = [begin, outcome(towards, lang)]
  return parts.filter(part => part !== '').join({ zh: '，', en: ', ' }[lang])
}

/** 43%; empty where there is none. A target that is almost reached is not shown as reached. */
export function percent(attainment: number | null): string {
  return attainment === null ? '' : `${Math.floor(attainment * 100 + 1e-9)}%`
}

function outcome({ metric, pace }: TargetPace, lang: Lang): string {
  const { standing, needed, forecast } = pace
  if (standing === 'met' || standing === 'missed' || standing === 'beyond') return standingName(standing, lang)
  const parts = [
    daysLeft(pace.daysLeft, lang),
    needed === null ? '' : neededWords(metric, needed, lang),
    forecastWords(metric, forecast, lang),
  ]
  return parts.filter(part => part !== '').join({ zh: '，', en: ', ' }[lang])
}

export function daysLeft(days: number, lang: Lang): string {
  return { zh: `剩 ${days} 个工作日`, en: days === 1 ? '1 workday left' : `${days} workdays left` }[lang]
}

function neededWords(metric: Metric, needed: number, lang: Lang): string {
  const each = showValue(metric, significant(needed, 3, Math.ceil), lang)
  return { zh: `每天需 ${each}`, en: `${each} needed on each` }[lang]
}

/** Says how sure it is; and when it is too early to say, that. */
function forecastWords(metric: Metric, forecast: Forecast, lang: Lang): string {
  if (forecast.kind === 'none') return ''
  if (forecast.kind === 'too-early') {
    return { zh: '历史还少，先不预测', en: 'too early for a forecast' }[lang]
  }
  const low = showValue(metric, significant(forecast.low, 2, Math.round), lang)
  const high = showValue(metric, significant(forecast.high, 2, Math.round), lang)
  if (low === high) return { zh: `预计约 ${low}`, en: `about ${low} expected` }[lang]
  return { zh: `预计 ${low}–${high}（八成把握）`, en: `${low} to ${high} expected (8 in 10 sure)` }[lang]
}

/** What a day needs, bare: for a table. */
export function neededCell({ metric, pace }: TargetPace, lang: Lang): string {
  return pace.needed === null ? '' : showValue(metric, significant(pace.needed, 3, Math.ceil), lang)
}

const standings: Readonly<Record<Standing, { zh: string; en: string }>> = {
  'not-begun': { zh: '未开始', en: 'not begun' },
  met: { zh: '已达成 🎉', en: 'reached 🎉' },
  missed: { zh: '已结束', en: 'over' },
  ahead: { zh: '领先', en: 'ahead' },
  'on-course': { zh: '正常', en: 'on course' },
  behind: { zh: '落后', en: 'behind' },
  open: { zh: '进行中', en: 'under way' },
  within: { zh: '没超', en: 'within' },
  beyond: { zh: '已超出', en: 'exceeded' },
}

export function standingName(standing: Standing, lang: Lang): string {
  return standings[standing][lang]
}

/**
 * As many digits as matter, so that nobody is asked for 0.971428万; what is counted keeps its ones, and small figures two
 * decimals.
 */
function significant(value: number, digits: number, round: (value: number) => number): number {
  if (value <= 0) return 0
  const power = Math.max(-2, Math.floor(Math.log10(value)) + 1 - digits)
  const unit = 10 ** power
  // 0.1 has no exact half, so what is a whole number of units but for that must not be rounded up.
  const units = round(Math.round((value / unit) * 1e6) / 1e6)
  return Number((units * unit).toFixed(Math.max(0, -power)))
}
