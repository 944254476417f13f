import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { periodOf } from '../../../calendar/periods.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { periodOfTarget, type Target, type TargetKind, type TargetSlot } from '../target.ts'

const current: Readonly<Record<TargetKind, { zh: string; en: string }>> = {
  year: { zh: '今年', en: 'this year' },
  quarter: { zh: '本季度', en: 'this quarter' },
  month: { zh: '本月', en: 'this month' },
  week: { zh: '本周', en: 'this week' },
  day: { zh: '今天', en: 'today' },
}

/** 本月, this month; for any other than the current one its full name. */
export function daysName(slot: Pick<TargetSlot, 'kind' | 'from' | 'to'>, today: LocalDate, lang: Lang): string {
  const now = periodOf(slot.kind, today)
  return now.from === slot.from && now.to === slot.to ? current[slot.kind][lang] : labelOf(periodOfTarget(slot), lang)
}

/** 签单额 12万（2026年11月）, Revenue 120,000 (November 2026). */
export function targetName(target: Pick<Target, 'value' | 'kind' | 'from' | 'to'>, metric: Metric, lang: Lang): string {
  const days = labelOf(periodOfTarget(target), lang)
  const what = `${metricName(metric, lang)} ${showValue(metric, target.value, lang)}`
  return { zh: `${what}（${days}）`, en: `${what} (${days})` }[lang]
}

/** What names a target when it is typed: `[张三] 签单额 2026-11`. */
export function typedSlot(
  slot: Pick<TargetSlot, 'kind' | 'from' | 'to'>,
  metric: Metric,
  owner: string | null,
  lang: Lang,
): string {
  return [owner ?? '', metricName(metric, lang), periodOfTarget(slot).key].filter(word => word !== '').join(' ')
}

export const command = { zh: '/目标', en: '/target' } as const
