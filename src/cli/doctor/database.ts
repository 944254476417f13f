import { readHistory } from '../../store/migrate.ts'
import { pendingMigrations, readMigrations } from '../../store/migrations.ts'
import type { Store } from '../../store/store.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

export async function checkServer(store: Store): Promise<readonly Finding[]> {
  const [row] = await store.query<{ version: string; zone: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('TimeZone') AS zone`,
  )
  const { version = '?', zone = '?' } = row ?? {}
  const kind =
    store.kind === 'pglite'
      ? { zh: '内嵌数据库', en: 'The embedded database' }
      : { zh: '数据库服务器', en: 'The database server' }
  const reachable = { zh: `${kind.zh}可用（PostgreSQL ${version}）`, en: `${kind.en} answers (PostgreSQL ${version})` }
  return [ok('database', reachable), judgeZone(zone)]
}

/** Timestamps are written without an offset, so any other zone would move them. */
export function judgeZone(zone: string): Finding {
  if (/^(?:utc|etc\/utc|gmt)$/i.test(zone)) {
    return ok('database-zone', { zh: '数据库会话时区是 UTC', en: "The database session's time zone is UTC" })
  }
  return fault(
    'database-zone',
    { zh: `数据库会话时区是 ${zone}`, en: `The database session's time zone is ${zone}` },
    {
      zh: '连接池可能丢弃了启动参数：请让 DATABASE_URL 直连数据库，或把该用户的时区设为 UTC',
      en: 'a pooler may drop start-up parameters: connect directly, or set the role to TimeZone UTC',
    },
  )
}

/** Whether the tables are those of this version. Throws the `StoreError` of a history that we cannot go on from. */
export async function checkMigrations(store: Store): Promise<Finding> {
  const known = readMigrations()
  const [history] = await store.query<{ there: boolean }>(
    `SELECT to_regclass('public."_prisma_migrations"') IS NOT NULL AS there`,
  )
  const pending = history?.there ? pendingMigrations(known, await readHistory(store)) : known
  if (pending.length === 0) {
    return ok('migrations', {
      zh: `表结构是最新的（${known.length} 个迁移）`,
      en: `The tables are up to date (${known.length} migrations)`,
    })
  }
  return warning(
    'migrations',
    { zh: `还有 ${pending.length} 个迁移没有应用`, en: `${pending.length} migrations are not applied yet` },
    {
      zh: '下次 npm start 会自动应用，之后再检查其余各项',
      en: 'the next npm start applies them; the other checks can be made after that',
    },
  )
}
