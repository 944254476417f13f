import { randomUUID } from 'node:crypto'
import { messageOf } from '../base/errors.ts'
import { scrub } from '../base/log.ts'
import { StoreError } from './faults.ts'
import {
  type AppliedMigration,
  checksumOf,
  type Migration,
  migrationsFolder,
  pendingMigrations,
  readMigrations,
} from './migrations.ts'
import type { Session, Store } from './store.ts'

/** The key of the advisory lock that Prisma Migrate itself takes, so that we exclude each other too. */
const LOCK_KEY = 72707369

/** Makes the table in which Prisma keeps the history, by its own definition, when it is missing. */
export const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/**
 * Brings the tables up to date and answers the names of the migrations that were applied, each in its own transaction. Any
 * number of processes may do this at once: one applies, the others wait and find nothing to do. Throws `StoreError`.
 */
export function migrate(store: Store, folder: string = migrationsFolder): Promise<string[]> {
  const known = readMigrations(folder)
  return store.connection(async connection => {
    await connection.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
    await connection.exec(historyTable)
    const pending = pendingMigrations(known, await readHistory(connection))
    for (const migration of pending) await connection.transaction(tx => applyMigration(tx, migration))
    // Not in a finally: after a failure the connection is thrown away, and the lock with it.
    await connection.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY])
    return pending.map(migration => migration.name)
  })
}

/** What has been applied, oldest first. */
export function readHistory(session: Session): Promise<AppliedMigration[]> {
  return session.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  )
}

/** Runs one migration and writes it into the history, as Prisma would. To be called in a transaction. */
export async function applyMigration(tx: Session, migration: Migration): Promise<void> {
  try {
    await tx.exec(migration.sql)
  } catch (error) {
    throw new StoreError(
      'migration-failed',
      {
        zh: `数据库迁移 ${migration.name} 失败，数据库未被改动：${scrub(messageOf(error))}`,
        en: `The migration ${migration.name} failed and has been undone: ${scrub(messageOf(error))}`,
      },
      { cause: error },
    )
  }
  await tx.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
    [randomUUID(), checksumOf(migration.sql), migration.name],
  )
}
