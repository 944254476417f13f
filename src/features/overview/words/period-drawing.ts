import type { Lang } from '../../../base/words.ts'
import { dayOfMonth, type LocalDate, monthOf } from '../../../calendar/dates.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import type { DrawingOf } from '../../../pictures/drawing.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { percent } from '../../targets/words/pace.ts'
import type { Course } from '../course.ts'

interface Shown {
  readonly name: string
  readonly team: string
  readonly metric: Metric
  readonly period: Period
  readonly course: Course
}

/** Beyond so many points there is no room for dates, only for the day of the month. */
const MOST_DATES = 10

export function periodDrawing({ name, team, metric, period, course }: Shown, lang: Lang): DrawingOf<'month'> {
  const { days, total, target } = course
  const value = (one: number) => showValue(metric, one, lang)
  const w = {
    zh: { total: '合计', target: '目标', reached: '达成', foot: '到每个工作日为止的合计；目标按工作日均摊' },
    en: { total: 'Total', target: 'Target', reached: 'Reached', foot: 'By each workday; the target spread evenly' },
  }[lang]
  const aim = target === null ? [] : [{ label: w.target, words: value(target) }]
  const share = target === null ? '' : percent(reached({ total, target }))
  return {
    ...{ kind: 'month', drawn: 'line', title: titleOf({ metric, period }, lang), subtitle: team, name },
    figures: [
      { label: w.total, words: value(total) },
      ...aim,
      ...(share === '' ? [] : [{ label: w.reached, words: share }]),
    ],
    days: days.map(({ date, done }) => ({
      label: days.length > MOST_DATES ? String(dayOfMonth(date)) : shortDay(date),
      value: done,
    })),
    ...(target !== null && { target: { label: w.target, values: days.map(({ wanted }) => wanted) } }),
    axis: { lang },
    foot: w.foot,
  }
}

/** What the picture shows, for those who cannot see it. */
export function periodPictureWords({ name, metric, period, course }: Shown, lang: Lang): string {
  const { total, target } = course
  const value = (one: number) => showValue(metric, one, lang)
  const title = titleOf({ metric, period }, lang)
  const sum = { zh: `图：${name} ${title}，累计 ${value(total)}`, en: `Picture: ${name}, ${title}: ${value(total)}` }[
    lang
  ]
  if (target === null) return sum
  const share = percent(reached({ total, target }))
  const wanted = { zh: `，目标 ${value(target)}`, en: ` of a target of ${value(target)}` }[lang]
  return share === '' ? sum + wanted : `${sum}${wanted}${{ zh: `（${share}）`, en: ` (${share})` }[lang]}`
}

/** 11/20 */
export function shortDay(date: LocalDate): string {
  return `${monthOf(date)}/${dayOfMonth(date)}`
}

function titleOf({ metric, period }: Pick<Shown, 'metric' | 'period'>, lang: Lang): string {
  return `${metricName(metric, lang)} · ${labelOf(period, lang)}`
}

function reached({ total, target }: { readonly total: number; readonly target: number }): number | null {
  return target > 0 ? total / target : null
}
