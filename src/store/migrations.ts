import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { StoreError } from './faults.ts'

/** One folder of `prisma/migrations`. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** One row of `_prisma_migrations` that was not rolled back. */
export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
}

export const migrationsFolder = path.join(import.meta.dirname, '../../prisma/migrations')

/** The migrations of this version, oldest first. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
    .map(name => ({ name, sql: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }))
}

/** The checksum that Prisma keeps. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

/** Whether `checksum` was made from this migration; a checkout with other line ends is not an edit. */
export function isUnedited(migration: Migration, checksum: string): boolean {
  const unix = migration.sql.replaceAll('\r\n', '\n')
  return [unix, unix.replaceAll('\n', '\r\n')].some(sql => checksumOf(sql) === checksum)
}

/** The known migrations that the database still lacks. Throws when its history is not one that we can go on from. */
export function pendingMigrations(known: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const byName = new Map(known.map(migration => [migration.name, migration]))
  for (const { name, checksum, finished } of applied) {
    const migration = byName.get(name)
    if (!finished) throw unfinished(name)
    if (!migration) throw unknown(name)
    if (!isUnedited(migration, checksum)) throw edited(name)
  }
  const done = new Set(applied.map(row => row.name))
  return known.filter(migration => !done.has(migration.name))
}

const unfinished = (name: string) =>
  new StoreError('migration-unfinished', {
    zh: `数据库迁移 ${name} 上次没有完成。请检查数据库，用 "prisma migrate resolve" 处理后再启动，或恢复备份。`,
    en: `The migration ${name} was begun earlier and did not finish. Look at the database and settle it with "prisma migrate resolve", or restore a backup.`,
  })

const unknown = (name: string) =>
  new StoreError('migration-unknown', {
    zh: `数据库里有本版本不认识的迁移 ${name}：它被更新的版本用过。请使用那个版本，或恢复旧版本的备份。`,
    en: `The database has the migration ${name}, which this version does not know: a newer one has used it. Run that version, or restore a backup made before it.`,
  })

const edited = (name: string) =>
  new StoreError('migration-edited', {
    zh: `迁移文件 ${name} 在应用之后被修改过。请还原这个文件，改动应写成新的迁移。`,
    en: `The file of the migration ${name} was edited after it was applied. Put it back as it was; a change belongs in a new migration.`,
  })
