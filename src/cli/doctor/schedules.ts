import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

/** A minute's tick may be late; this is more than late. */
const patience = 10 * 60_000

/** `isServed`: a server may be working on this database right now. */
export async function checkSchedules(
  db: Tx,
  teams: readonly Team[],
  { now, isServed }: { readonly now: Date; readonly isServed: boolean },
): Promise<readonly Finding[]> {
  const counts = await db.scheduledJob.groupBy({ by: ['teamId'], _count: true })
  const scheduled = new Set(counts.map(({ teamId }) => teamId))
  const without = teams.filter(({ id }) => !scheduled.has(id))
  const overdue = await db.scheduledJob.count({ where: { nextAt: { lt: new Date(now.getTime() - patience) } } })
  const total = counts.reduce((sum, { _count }) => sum + _count, 0)
  return [...without.map(({ name }) => unscheduled(name)), judgeOverdue(overdue, total, isServed)]
}

const unscheduled = (team: string): Finding =>
  fault(
    'schedule',
    { zh: `${team}：没有任何定时任务`, en: `${team}: nothing is scheduled for it` },
    { zh: '重启服务会按设置重新排程', en: 'a restart of the server derives its schedules anew' },
  )

export function judgeOverdue(overdue: number, total: number, isServed: boolean): Finding {
  if (overdue === 0) {
    return ok('schedule', { zh: `${total} 个定时任务都未逾期`, en: `None of ${total} schedules is overdue` })
  }
  const said = { zh: `${overdue} 个定时任务已逾期`, en: `${overdue} schedules are overdue` }
  if (!isServed) {
    return warning('schedule', said, {
      zh: '服务没有运行；下次启动会按各任务的规则补做或跳过',
      en: 'the server is not running; its next start runs or skips them as each one says',
    })
  }
  return fault('schedule', said, {
    zh: '若服务正在运行，请查看日志里的错误；否则启动它',
    en: 'if the server is running, look for errors in its log; else start it',
  })
}
