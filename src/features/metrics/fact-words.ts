import type { Words } from '../../base/words.ts'
import type { Aggregation, byHouse, Direction, MetricKind, MetricUnit, Reporter } from './metric.ts'

// What the facts of a metric are called; each of these words can be typed for it.

export const unitWords: Readonly<Record<MetricUnit, Words>> = {
  count: { zh: '个数', en: 'count' },
  money: { zh: '金额', en: 'money' },
  percent: { zh: '百分比', en: 'percent' },
  number: { zh: '数值', en: 'number' },
}

export const kindWords: Readonly<Record<MetricKind, Words>> = {
  activity: { zh: '过程', en: 'activity' },
  result: { zh: '结果', en: 'result' },
}

export const directionWords: Readonly<Record<Direction, Words>> = {
  more: { zh: '越多越好', en: 'more' },
  less: { zh: '越少越好', en: 'less' },
}

/** As `total of calls`: each is said of the figure, too. */
export const aggregationWords: Readonly<Record<Aggregation, Words>> = {
  sum: { zh: '合计', en: 'total' },
  average: { zh: '平均', en: 'average' },
  last: { zh: '最新', en: 'latest' },
}

export const reporterWords: Readonly<Record<Reporter, Words>> = {
  rep: { zh: '销售', en: 'rep' },
  lead: { zh: '组长', en: 'lead' },
  manager: { zh: '经理', en: 'manager' },
}

/** Of those that nobody reports, too; that cannot be typed. */
export const anyReporterWords: Readonly<Record<Reporter | typeof byHouse, Words>> = {
  ...reporterWords,
  house: { zh: '系统自动统计', en: 'counted automatically' },
}
