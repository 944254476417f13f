import type { Formula } from './formula/formula.ts'
import type { Metric, MetricUnit } from './metric.ts'

/** What most sales teams count, until they say otherwise. */
export const defaultMetrics: readonly Omit<Metric, 'id' | 'position'>[] = [
  activity('visits', '拜访', 'Visits', ['走访', '客户拜访', 'visit']),
  activity('calls', '电话', 'Calls', ['打电话', '通话', 'call', 'phone']),
  activity('quotes', '报价', 'Quotes', ['quote']),
  { ...result('deals', '签单', 'Deals', ['成交', 'deal']), amountKey: 'revenue' },
  { ...result('revenue', '签单额', 'Revenue', ['业绩', '销售额', 'sales']), unit: 'money' },
  result('lost', '丢单', 'Lost', ['输单']),
  worked(
    'conversion',
    '转化率',
    'Conversion',
    ['签单率', '成交率', 'win rate'],
    'percent',
    times(over('deals', 'visits'), 100),
  ),
  worked('order-value', '客单价', 'Order value', ['平均单价', 'aov'], 'money', over('revenue', 'deals')),
]

function activity(key: string, zh: string, en: string, aliases: readonly string[]): Omit<Metric, 'id' | 'position'> {
  return { key, zh, en, aliases, kind: 'activity', unit: 'count', amountKey: null, formula: null }
}

function result(key: string, zh: string, en: string, aliases: readonly string[]): Omit<Metric, 'id' | 'position'> {
  return { ...activity(key, zh, en, aliases), kind: 'result' }
}

function worked(
  key: string,
  zh: string,
  en: string,
  aliases: readonly string[],
  unit: MetricUnit,
  formula: Formula,
): Omit<Metric, 'id' | 'position'> {
  return { ...result(key, zh, en, aliases), unit, formula }
}

function over(above: string, below: string): Formula {
  return { op: '/', left: { op: 'metric', key: above }, right: { op: 'metric', key: below } }
}

function times(left: Formula, value: number): Formula {
  return { op: '*', left, right: { op: 'number', value } }
}
