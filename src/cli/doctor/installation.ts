import type { Tx } from '../../store/transaction.ts'
import { lastBackupKey } from '../backup.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/** `offset`: milliseconds by which the Room's clock was moved. Where real people are served the start refuses any. */
export function judgeClock(offset: number, isRealTime = false): Finding {
  if (isRealTime && offset !== 0) return movedForReal
  if (Math.abs(offset) < MINUTE) return ok('clock', { zh: '时钟没有被拨动', en: 'The clock was not moved' })
  const hours = Math.round(offset / HOUR)
  return warning(
    'clock',
    { zh: `演练群的时钟被拨快了约 ${hours} 小时`, en: `The Room's clock was moved ahead by about ${hours} hours` },
    { zh: '想回到现在请运行 demo reset', en: 'demo reset brings it back to the present' },
  )
}

const movedForReal = fault(
  'clock',
  {
    zh: '演练群的时钟被拨动过，不能用这份数据服务真实平台',
    en: "The Room's clock was moved, so this data cannot serve a real platform",
  },
  {
    zh: '给真实团队换一个 DATA_DIR（或 DATABASE_URL）；这里若只有演示，也可以运行 demo remove',
    en: 'name another DATA_DIR (or DATABASE_URL) for the real team; where there is only the demo, demo remove does it',
  },
)

const freshFor = 7 * 24 * HOUR

export async function checkBackups(db: Tx, now: Date): Promise<Finding> {
  const row = await db.installation.findUnique({ where: { key: lastBackupKey } })
  return judgeBackups(typeof row?.value === 'string' ? new Date(row.value) : null, now)
}

/** `now` is real time: files do not travel with the Room's clock. */
export function judgeBackups(last: Date | null, now: Date): Finding {
  const todo = {
    zh: '运行 backup 文件名，并把文件存到别的机器',
    en: 'run backup FILE and keep the file on another machine',
  }
  if (last === null) return warning('backup', { zh: '还没有做过备份', en: 'No backup has been made yet' }, todo)
  const days = Math.floor((now.getTime() - last.getTime()) / (24 * HOUR))
  const said = { zh: `上次备份在 ${days} 天前`, en: `The last backup was made ${days} days ago` }
  return now.getTime() - last.getTime() > freshFor ? warning('backup', said, todo) : ok('backup', said)
}
