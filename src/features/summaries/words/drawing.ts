import type { Lang } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Zone } from '../../../calendar/zone.ts'
import type { DrawingOf } from '../../../pictures/drawing.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import { percent } from '../../targets/words/pace.ts'
import { type Result, type Summary, shareOfPlan, shareOfTarget } from '../summary.ts'
import { asOf, titleOf } from './summary.ts'

/** The results as a picture: each against the team's target, or where none stands against the plans. */
export function summaryDrawing(
  summary: Summary,
  team: { readonly name: string; readonly zone: Zone },
  lang: Lang,
): DrawingOf<'stats'> {
  return {
    ...{ kind: 'stats', title: { zh: '总结', en: 'Summary' }[lang] },
    subtitle: `${labelOf(summary.period, lang)} · ${team.name}`,
    rows: summary.results.map(result => rowOf(result, lang)),
    foot: asOf(summary, team.zone, lang),
  }
}

/** What the picture shows, for those who cannot see it; the table stands below it. */
export function pictureWords(summary: Pick<Summary, 'period'>, lang: Lang): string {
  return { zh: `图：${titleOf(summary, lang)}`, en: `Picture: ${titleOf(summary, lang)}` }[lang]
}

function rowOf(result: Result, lang: Lang): DrawingOf<'stats'>['rows'][number] {
  const { metric, done, planned, target } = result
  const shown = { label: metricName(metric, lang), value: done === null ? '–' : showValue(metric, done, lang) }
  const wanted = target ?? planned
  if (wanted === null) return shown
  const share = target === null ? shareOfPlan(result) : shareOfTarget(result)
  const name = target === null ? { zh: '计划', en: 'plan' } : { zh: '目标', en: 'target' }
  const note = `${name[lang]} ${showValue(metric, wanted, lang)}`
  return share === null ? { ...shown, note } : { ...shown, done: share, note: `${note} · ${percent(share)}` }
}
