import type { Lang } from '../../../base/words.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import type { SmartCheck, Warning } from '../smart.ts'
import type { TargetKind } from '../target.ts'
import { targetName } from './names.ts'
import { daysLeft, percent } from './pace.ts'

export interface Checked {
  readonly check: SmartCheck
  readonly metric: Metric
  readonly kind: TargetKind
  /** The metric of the parent, where there is one. */
  readonly parentMetric: Metric | null
}

const periods: Readonly<Record<TargetKind, { zh: string; en: string }>> = {
  year: { zh: '年', en: 'years' },
  quarter: { zh: '个季度', en: 'quarters' },
  month: { zh: '个月', en: 'months' },
  week: { zh: '周', en: 'weeks' },
  day: { zh: '个工作日', en: 'workdays' },
}

/** Whether it can be reached, what it is for and how long there is; then what to think about, which forbids nothing. */
export function smartLines({ check, metric, kind, parentMetric }: Checked, lang: Lang): readonly string[] {
  return [
    achievable({ check, metric, kind, parentMetric }, lang),
    relevant(check, metric, parentMetric, lang),
    { zh: `时限：${daysLeft(check.daysLeft, lang)}`, en: `Time: ${daysLeft(check.daysLeft, lang)}` }[lang],
    ...check.warnings.map(warning => `⚠️ ${warnings[warning][lang]}`),
  ].filter(line => line !== '')
}

function achievable({ check, metric, kind }: Checked, lang: Lang): string {
  const it = check.achievable
  const unit = periods[kind][lang]
  if (it.kind === 'too-little-history') {
    return { zh: '可行：历史还少，没法比较', en: 'Achievable: too little history to compare with' }[lang]
  }
  const { reached, percentile } = it
  const best = showValue(metric, it.best, lang)
  return {
    zh: `可行：过去 ${it.periods} ${unit}里有 ${reached} ${unit}做到过（要胜过 ${percentile}% 的历史），最好 ${best}`,
    en: `Achievable: reached in ${reached} of the last ${it.periods} ${unit} (asks to beat ${percentile}% of them), best ${best}`,
  }[lang]
}

function relevant({ relevant: it }: SmartCheck, metric: Metric, parentMetric: Metric | null, lang: Lang): string {
  if (!it.parent || !parentMetric) return ''
  const name = targetName(it.parent, parentMetric, lang)
  if (it.share === null) {
    const own = metricName(metric, lang)
    return { zh: `相关：用${own}支持团队目标 ${name}`, en: `Relevant: ${own} serves the team’s ${name}` }[lang]
  }
  const share = percent(it.share)
  return { zh: `相关：占团队目标 ${name} 的 ${share}`, en: `Relevant: ${share} of the team’s ${name}` }[lang]
}

const warnings: Readonly<Record<Warning, { zh: string; en: string }>> = {
  'never-reached': {
    zh: '以前从没做到过，想好怎么做到',
    en: 'It was never reached before: is it clear how it will be?',
  },
  'rarely-reached': { zh: '以前很少做到', en: 'It was hardly ever reached before' },
  easy: { zh: '以前多半都能超过，可能定低了', en: 'It was mostly exceeded before, so it may be low' },
  'no-days-left': { zh: '这段时间里已经没有工作日了', en: 'There is no workday left in that time' },
}
