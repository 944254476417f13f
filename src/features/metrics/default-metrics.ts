import { activity, type Definition, over, percentOf, result, worked } from './definition.ts'

/** What most sales teams count, until they say otherwise. */
export const defaultMetrics: readonly Definition[] = [
  activity('visits', '拜访', 'Visits', ['走访', '客户拜访', 'visit']),
  activity('calls', '电话', 'Calls', ['打电话', '通话', 'call', 'phone']),
  activity('quotes', '报价', 'Quotes', ['quote']),
  result('deals', '签单', 'Deals', ['成交', 'deal'], { amountKey: 'revenue' }),
  result('revenue', '签单额', 'Revenue', ['业绩', '销售额', 'sales'], { unit: 'money' }),
  result('lost', '丢单', 'Lost', ['输单'], { direction: 'less' }),
  worked('conversion', '转化率', 'Conversion', ['签单率', '成交率', 'win rate'], percentOf('deals', 'visits')),
  worked('order-value', '客单价', 'Order value', ['平均单价', 'aov'], {
    unit: 'money',
    formula: over('revenue', 'deals'),
  }),
]
