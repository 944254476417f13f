import { scrub } from '../../base/log.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Finding, fault, ok, someOf, warning } from './finding.ts'

const DAY = 86_400_000
/** So far back a failure is still worth telling. */
const lately = 7 * DAY
/** Something due for so long is not merely waiting for its turn. */
const stuckAfter = 3_600_000

export async function checkDeliveries(db: Tx, now: Date): Promise<readonly Finding[]> {
  const failed = await db.delivery.groupBy({
    by: ['purpose', 'lastError'],
    where: { state: 'failed', createdAt: { gt: new Date(now.getTime() - lately) } },
    _count: true,
  })
  const stuck = await db.delivery.count({
    where: { state: { in: ['pending', 'sending'] }, notBefore: { lt: new Date(now.getTime() - stuckAfter) } },
  })
  const reasons = failed.map(({ purpose, lastError, _count }) => ({ purpose, reason: lastError, count: _count }))
  return judgeDeliveries(reasons, stuck)
}

interface FailedDeliveries {
  readonly purpose: string
  readonly reason: string | null
  readonly count: number
}

export function judgeDeliveries(failed: readonly FailedDeliveries[], stuck: number): readonly Finding[] {
  if (failed.length === 0 && stuck === 0) {
    return [ok('deliveries', { zh: '没有发送失败或卡住的消息', en: 'No message failed or is stuck' })]
  }
  const count = failed.reduce((sum, one) => sum + one.count, 0)
  const reasons = someOf(failed.map(it => `${it.purpose} ×${it.count}: ${scrub(it.reason ?? '?')}`))
  return [count === 0 ? null : failures(count, reasons), stuck === 0 ? null : waiting(stuck)].filter(it => it !== null)
}

const failures = (count: number, reasons: string): Finding =>
  warning(
    'deliveries',
    {
      zh: `近七天有 ${count} 条消息没有发出：${reasons}`,
      en: `${count} messages of the last seven days did not go out: ${reasons}`,
    },
    {
      zh: '按原因检查平台的权限、成员账号或网络',
      en: 'check permissions, accounts or the network as the reasons say',
    },
  )

const waiting = (count: number): Finding =>
  warning(
    'deliveries-stuck',
    { zh: `${count} 条消息该发未发已超过一小时`, en: `${count} messages have been due for more than an hour` },
    { zh: '启动服务即会继续发送；若在运行，请看日志', en: 'a running server sends them; if it runs, look at its log' },
  )

export async function checkEvents(db: Tx, now: Date): Promise<readonly Finding[]> {
  const failed = await db.inboundEvent.findMany({
    where: { state: 'failed', receivedAt: { gt: new Date(now.getTime() - lately) } },
    orderBy: { id: 'desc' },
    select: { reference: true },
  })
  const waiting = await db.inboundEvent.count({
    where: { state: 'pending', receivedAt: { lt: new Date(now.getTime() - stuckAfter) } },
  })
  return judgeEvents(
    failed.map(({ reference }) => reference ?? '?'),
    waiting,
  )
}

export function judgeEvents(references: readonly string[], waiting: number): readonly Finding[] {
  const findings: Finding[] = []
  if (references.length > 0) {
    const these = someOf(references)
    findings.push(
      fault(
        'events',
        {
          zh: `近七天有 ${references.length} 条来信处理出错，编号 ${these}`,
          en: `${references.length} messages of the last seven days could not be handled: ${these}`,
        },
        { zh: '在日志里搜索编号可看到原因', en: 'search the log for the references to see why' },
      ),
    )
  }
  if (waiting > 0) {
    findings.push(
      warning(
        'events-waiting',
        { zh: `${waiting} 条来信等待处理超过一小时`, en: `${waiting} messages have waited for more than an hour` },
        { zh: '启动服务即会处理', en: 'a running server handles them' },
      ),
    )
  }
  if (findings.length > 0) return findings
  return [ok('events', { zh: '收到的消息都已处理', en: 'Every message that came was handled' })]
}
