import type { Metric } from './metric.ts'

/** What most sales teams count, until they say otherwise. */
export const defaultMetrics: readonly Omit<Metric, 'id' | 'position'>[] = [
  activity('visits', '拜访', 'Visits', ['走访', '客户拜访', 'visit']),
  activity('calls', '电话', 'Calls', ['打电话', '通话', 'call', 'phone']),
  activity('quotes', '报价', 'Quotes', ['quote']),
  { ...result('deals', '签单', 'Deals', ['成交', 'deal']), amountKey: 'revenue' },
  { ...result('revenue', '签单额', 'Revenue', ['业绩', '销售额', 'sales']), unit: 'money' },
  result('lost', '丢单', 'Lost', ['输单']),
]

function activity(key: string, zh: string, en: string, aliases: readonly string[]): Omit<Metric, 'id' | 'position'> {
  return { key, zh, en, aliases, kind: 'activity', unit: 'count', amountKey: null }
}

function result(key: string, zh: string, en: string, aliases: readonly string[]): Omit<Metric, 'id' | 'position'> {
  return { ...activity(key, zh, en, aliases), kind: 'result' }
}
