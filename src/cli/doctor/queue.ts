import { deadLetters } from '../../engine/queues.ts'
import type { Store } from '../../store/store.ts'
import { type Finding, fault, ok, someOf } from './finding.ts'

/** Jobs that failed every time and were put aside. */
export async function checkQueue(store: Store): Promise<Finding> {
  const none = ok('queue', { zh: '队列里没有放弃的任务', en: 'No job has been given up' })
  const [queue] = await store.query<{ there: boolean }>(`SELECT to_regclass('pgboss.job') IS NOT NULL AS there`)
  if (!queue?.there) return none
  const rows = await store.query<{ output: string | null }>(
    `SELECT output->>'message' AS output FROM pgboss.job WHERE name = $1 AND state < 'completed' ORDER BY created_on DESC`,
    [deadLetters],
  )
  if (rows.length === 0) return none
  const reasons = someOf([...new Set(rows.map(({ output }) => output ?? '?'))], 3)
  return fault(
    'queue',
    { zh: `${rows.length} 个任务多次失败后被放弃：${reasons}`, en: `${rows.length} jobs were given up: ${reasons}` },
    {
      zh: '按日志里的错误修好原因；到期的事会由时钟重新排入',
      en: 'mend what the log says failed; whatever is due is put into the queue again by the clock',
    },
  )
}
