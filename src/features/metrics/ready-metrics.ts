import { defaultMetrics } from './default-metrics.ts'
import { activity, type Definition, over, percentOf, result, worked } from './definition.ts'
import { byHouse, findMetric } from './metric.ts'

/** What is counted of reports where a team wants it: `timeliness` is made of it. */
export const reportsDue = 'reports-due'
export const reportsOnTime = 'reports-on-time'

/** What a team can take by its name alone; a formula brings the parts that the team lacks. */
const readyMetrics: readonly Definition[] = [
  ...defaultMetrics,
  activity('mails', '邮件', 'Mails', ['发邮件', 'mail', 'email', 'emails']),
  activity('meetings', '会议', 'Meetings', ['开会', 'meeting']),
  activity('follow-ups', '跟进', 'Follow-ups', ['回访', '客户跟进', 'follow-up', 'followups']),
  activity('demos', '演示', 'Demos', ['产品演示', 'demo']),
  activity('proposals', '方案', 'Proposals', ['提案', 'proposal']),
  activity('leads', '线索', 'Leads', ['新线索', '商机', 'lead']),
  result('new-customers', '新客户', 'New customers', ['新增客户', '新客', 'new customer']),
  result('repeat-customers', '老客户复购', 'Repeat customers', ['复购', '回头客', 'repeat customer']),
  result('orders', '订单', 'Orders', ['订单数', '下单', 'order']),
  result('payments', '回款', 'Payments', ['回款额', '收款', 'payment'], { unit: 'money' }),
  result('pipeline', '商机额', 'Pipeline', ['在手商机', '储备'], { unit: 'money', aggregation: 'last' }),
  result('customers', '客户数', 'Customers', ['在管客户', '客户总数'], { aggregation: 'last' }),
  result('complaints', '投诉', 'Complaints', ['客诉', 'complaint'], { direction: 'less' }),
  result('cycle-days', '成交天数', 'Days to deal', ['成交用时'], { unit: 'number', direction: 'less' }),
  result('expiring', '到期客户', 'Up for renewal', ['应续', 'expiring']),
  result('renewals', '续约', 'Renewals', ['续签', '续约客户', 'renewal']),
  worked('sales-cycle', '销售周期', 'Sales cycle', ['平均成交天数', 'cycle'], {
    ...{ unit: 'number', decimals: 1, direction: 'less' },
    formula: over('cycle-days', 'deals'),
  }),
  worked('retention', '留存率', 'Retention', ['续约率', 'renewal rate'], percentOf('renewals', 'expiring')),
  worked('repeat-rate', '复购率', 'Repeat rate', ['回购率'], percentOf('repeat-customers', 'orders')),
  activity(reportsDue, '应交日报', 'Reports due', ['应交'], { reportedBy: byHouse }),
  activity(reportsOnTime, '按时日报', 'Reports on time', ['按时交'], { reportedBy: byHouse }),
  worked(
    'timeliness',
    '日报及时率',
    'Timeliness',
    ['及时率', '日报准时率', 'report timeliness'],
    percentOf(reportsOnTime, reportsDue),
  ),
]

export function readyNamed(name: string): Definition | null {
  return findMetric(readyMetrics, name)
}

export function readyKeyed(key: string): Definition | null {
  return readyMetrics.find(ready => ready.key === key) ?? null
}

/** Those whose names the team does not use yet, the recorded ones first. */
export function readyFor(metrics: readonly { readonly key: string }[]): readonly Definition[] {
  const known = new Set(metrics.map(({ key }) => key))
  const missing = readyMetrics.filter(({ key }) => !known.has(key))
  return [...missing.filter(({ formula }) => !formula), ...missing.filter(({ formula }) => formula)]
}
