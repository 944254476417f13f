import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { content, heading, quiet, table, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import type { Stretch } from '../read-paces.ts'

export interface MyPeriod {
  readonly name: string
  readonly metrics: readonly Metric[]
  readonly stretch: Stretch
  readonly picture: Block | null
  /** Metric key → the sum of the plans. */
  readonly planned: ReadonlyMap<string, number>
  /** How near the plans came, 0 to 1; null where no plan can be compared with a report. */
  readonly accuracy: number | null
  readonly reports: number
  /** Of the reports, those that came late or were filled in later. */
  readonly late: number
}

export function myPeriodContent(my: MyPeriod, lang: Lang): Content {
  const { name, metrics, stretch, picture, planned, accuracy, reports, late } = my
  const { period, workdays, paces } = stretch
  const labels = {
    zh: ['指标', '计划', '完成', '每工作日'],
    en: ['Metric', 'Planned', 'Done', 'Per workday'],
  }[lang]
  const rows = metrics.flatMap(metric => {
    const pace = paces.find(one => one.metric.id === metric.id)
    const plan = planned.get(metric.key)
    if (!pace && plan === undefined) return []
    const show = (value: number | null | undefined) =>
      value === null || value === undefined ? '–' : showValue(metric, value, lang)
    return [[metricName(metric, lang), show(plan), show(pace?.done), show(pace?.perWorkday)]]
  })
  return content(
    lang,
    heading(`${name} · ${labelOf(period, lang)}`),
    picture,
    table(
      labels.map((label, at) => ({ label, align: at === 0 ? 'start' : 'end' })),
      rows,
    ) ?? text({ zh: '这段时间没有实绩，也没有计划。', en: 'Nothing was planned or done in it.' }[lang]),
    accuracy === null
      ? null
      : text({ zh: '计划准确度 ', en: 'Plan accuracy ' }[lang], `${Math.round(accuracy * 100)}%`),
    quiet(
      {
        zh: `日报 ${reports} 份${late > 0 ? `，其中迟交或补交 ${late} 份` : ''}；工作日 ${workdays} 天（请假不算）`,
        en: `${reports === 1 ? '1 report' : `${reports} reports`}${late > 0 ? `, ${late} of them late` : ''}; workdays without leave: ${workdays}`,
      }[lang],
    ),
  )
}

export function periodUnclear(said: string): Words {
  return {
    zh: `没看懂“${said}”。可以写：/我的，/我的 本周，/我的 上月，/我的 2026-11`,
    en: `I did not understand "${said}". Type /my, /my week, /my last month or /my 2026-11`,
  }
}
