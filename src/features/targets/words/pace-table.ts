import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { table } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import type { TargetPace } from '../read-paces.ts'
import { daysName } from './names.ts'
import { neededCell, percent, standingName } from './pace.ts'

/** Who stands how towards which target; null for nobody. For managers only. */
export function paceTable(
  rows: readonly { readonly name: string; readonly pace: TargetPace }[],
  today: LocalDate,
  lang: Lang,
): Block | null {
  const labels = {
    zh: ['成员', '目标', '完成', '达成', '每天需', '进度'],
    en: ['Member', 'Target', 'Done', 'Reached', 'Per day', 'Pace'],
  }[lang]
  return table(
    labels.map((label, at) => ({ label, align: at >= 2 && at <= 4 ? 'end' : 'start' })),
    rows.map(({ name, pace }) => {
      const { target, metric, converted } = pace
      const isKnown = converted === null || converted.missing === null
      return [
        name,
        `${daysName(target, today, lang)} ${metricName(metric, lang)} ${showValue(metric, target.value, lang)}`,
        isKnown ? showValue(metric, pace.pace.done, lang) : '–',
        percent(pace.pace.attainment),
        neededCell(pace, lang),
        isKnown ? standingName(pace.pace.standing, lang) : { zh: '缺汇率', en: 'no rate' }[lang],
      ]
    }),
  )
}
