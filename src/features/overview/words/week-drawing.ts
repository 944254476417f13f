import type { Lang } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import type { DrawingOf } from '../../../pictures/drawing.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { quantised } from '../../metrics/entry-changes.ts'
import type { PlannedAndDone } from '../plan-actual.ts'
import { shortDay } from './period-drawing.ts'

interface Shown {
  readonly team: string
  readonly metric: Metric
  readonly week: Period
  readonly days: readonly PlannedAndDone[]
}

const names = { zh: { plan: '计划', actual: '完成' }, en: { plan: 'Planned', actual: 'Done' } }

export function weekDrawing({ team, metric, week, days }: Shown, lang: Lang): DrawingOf<'plan-actual'> {
  const { plan, actual } = sums({ metric, days }, lang)
  const name = metricName(metric, lang)
  return {
    ...{ kind: 'plan-actual', drawn: 'bars', subtitle: `${labelOf(week, lang)} · ${team}` },
    title: { zh: `${name}：计划与完成`, en: `${name}: planned and done` }[lang],
    figures: [
      { label: names[lang].plan, words: plan },
      { label: names[lang].actual, words: actual },
    ],
    names: names[lang],
    points: days.map(day => ({ label: shortDay(day.date), plan: day.plan, actual: day.actual })),
    axis: { lang },
    foot: { zh: '计划为各人计划之和', en: 'The plans of all, added up' }[lang],
  }
}

/** What the picture shows, for those who cannot see it. */
export function weekPictureWords({ metric, week, days }: Shown, lang: Lang): string {
  const { plan, actual } = sums({ metric, days }, lang)
  const what = `${metricName(metric, lang)} · ${labelOf(week, lang)}`
  return { zh: `图：${what}，计划 ${plan}，完成 ${actual}`, en: `Picture: ${what}, ${plan} planned, ${actual} done` }[
    lang
  ]
}

function sums({ metric, days }: Pick<Shown, 'metric' | 'days'>, lang: Lang) {
  const sum = (of: (day: PlannedAndDone) => number | null) => {
    const value = days.reduce((all, day) => all + (of(day) ?? 0), 0)
    return showValue(metric, quantised(value), lang)
  }
  return { plan: sum(({ plan }) => plan), actual: sum(({ actual }) => actual) }
}
