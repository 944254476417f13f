import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { fromPglite } from 'pg-boss'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '../../prisma/client/client.ts'
import { StoreError } from './faults.ts'
import { lockFolder } from './lock.ts'
import { type Connection, type Session, type Store, transactionOptions } from './store.ts'
import { parameters, parsers } from './wire.ts'

/** The PostgreSQL that is inside our version of PGlite; another one cannot read its folders. */
const POSTGRES_MAJOR = '18'

/** Small, because a sales team's data is: measured to halve the memory and the disk without slowing anything. */
const postgresqlconf = ['shared_buffers=16MB', 'max_wal_size=64MB', 'min_wal_size=32MB']

/** Opens the embedded database in `dataDir`, which is made when missing and locked against a second process. */
export async function openPglite(dataDir: string, now: Date): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = lockFolder(dataDir, now)
  try {
    const folder = path.join(dataDir, 'pglite')
    refuseOtherVersion(folder)
    const db = new PoliteDatabase({ dataDir: folder, postgresqlconf })
    await db.waitReady
    return storeOn(db, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * It computes in our own thread and answers within one turn of the event loop, so while it is busy no socket and no timer
 * would ever be looked at. Whoever has come to their turn lets those go first.
 */
class PoliteDatabase extends PGlite {
  override _runExclusiveTransaction<T>(work: () => Promise<T>): Promise<T> {
    return super._runExclusiveTransaction(async () => {
      await setImmediate()
      return work()
    })
  }
}

function storeOn(db: PGlite, unlock: () => void): Store {
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(db), transactionOptions, errorFormat: 'minimal' })
  const session = sessionOn(db)
  const connection: Connection = { ...session, transaction: work => db.transaction(tx => work(sessionOn(tx))) }
  return {
    ...session,
    kind: 'pglite',
    prisma,
    pgboss: { db: fromPglite(db), backend: 'pglite' },
    connection: work => work(connection),
    async maintain() {
      // It has no autovacuum and no checkpointer: without these two, dead rows and the write-ahead log only grow.
      await db.exec('CHECKPOINT')
      await db.exec('VACUUM ANALYZE')
    },
    async ping() {
      await db.query('SELECT 1')
    },
    async close() {
      try {
        await prisma.$disconnect()
        await db.close()
      } finally {
        unlock()
      }
    },
  }
}

function sessionOn(db: Pick<PGlite, 'query' | 'exec'>): Session {
  return {
    async query<Row extends object>(sql: string, params?: readonly unknown[]) {
      const { rows } = await db.query<Row>(sql, parameters(params), { parsers })
      return rows
    },
    async exec(sql) {
      await db.exec(sql)
    },
  }
}

function refuseOtherVersion(folder: string): void {
  const file = path.join(folder, 'PG_VERSION')
  if (!existsSync(file)) return
  const found = readFileSync(file, 'utf8').trim()
  if (found === POSTGRES_MAJOR) return
  throw new StoreError('data-other-version', {
    zh: `数据目录 ${folder} 的格式是 PostgreSQL ${found}，本版本使用 ${POSTGRES_MAJOR}。请用写入它的那个版本执行 backup，再用本版本 restore 到新目录。`,
    en: `The data folder ${folder} is in the format of PostgreSQL ${found}; this version uses ${POSTGRES_MAJOR}. Make a backup with the version that wrote it, then restore it into a new folder with this one.`,
  })
}
