import { recount } from '../../features/metrics/recount.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Finding, fault, ok, someOf } from './finding.ts'

/** Whether the sums that boards show are what the entries behind them add up to. */
export async function checkFigures(db: Tx): Promise<Finding> {
  const drifts = await recount(db)
  if (drifts.length === 0) {
    return ok('figures', { zh: '榜单数字与实绩逐笔相符', en: 'The sums are what their entries add up to' })
  }
  const days = someOf([...new Set(drifts.map(({ date }) => date))])
  return fault(
    'figures',
    {
      zh: `有 ${drifts.length} 处汇总与实绩不符：${days}`,
      en: `${drifts.length} sums differ from their entries: ${days}`,
    },
    {
      zh: '请先备份，再附上 doctor --json 的结果报告此问题',
      en: 'make a backup and report this with the output of doctor --json',
    },
  )
}
