import { damaged, type Header, newer, type Part, readBackup, type Totals } from './backup-format.ts'
import { clearPublic, quoted, readTables } from './catalog.ts'
import { StoreError } from './faults.ts'
import { applyMigration, historyTable } from './migrate.ts'
import { isUnedited, type Migration, migrationsFolder, readMigrations } from './migrations.ts'
import { restoreRows } from './restore-rows.ts'
import type { Session, Store } from './store.ts'
import { exactText } from './table-rows.ts'

export interface Restored {
  /** When the backup was made. */
  readonly createdAt: Date
  readonly totals: Totals
  /** Migrations of this version that the backup did not have yet and that were applied to it. */
  readonly upgraded: readonly string[]
}

/**
 * Makes the database what it was when `file` was written, in one transaction: whatever goes wrong, nothing has changed. The
 * tables are built as the version of the backup had them, filled, read back and compared, and then brought up to date. A
 * target that holds rows is refused unless `force` is set. Throws `StoreError`.
 */
export async function restore(
  target: Store,
  file: string,
  { force = false, folder = migrationsFolder }: { force?: boolean; folder?: string } = {},
): Promise<Restored> {
  const parts = readBackup(file)
  try {
    const header = await readHeader(parts)
    const { present, later } = splitMigrations(header, readMigrations(folder))
    return await target.connection(connection =>
      connection.transaction(async tx => {
        if (!force) await refuseRows(tx)
        await tx.exec(`${clearPublic}; ${exactText}`)
        await build(tx, present)
        const totals = await restoreRows(tx, header, parts)
        await build(tx, later)
        return { createdAt: new Date(header.createdAt), totals, upgraded: later.map(migration => migration.name) }
      }),
    )
  } finally {
    await parts.return(undefined)
  }
}

async function readHeader(parts: AsyncGenerator<Part>): Promise<Header> {
  const { value, done } = await parts.next()
  if (done || value.kind !== 'header') throw damaged()
  return value.header
}

/** Parts what we know into what the backup has seen and what came later; a backup with a migration unknown to us is newer. */
function splitMigrations(header: Header, known: readonly Migration[]): { present: Migration[]; later: Migration[] } {
  const seen = new Map(header.migrations.map(({ name, checksum }) => [name, checksum]))
  const present = known.filter(migration => isUnedited(migration, seen.get(migration.name) ?? ''))
  if (present.length !== seen.size) throw newer()
  return { present, later: known.filter(migration => !seen.has(migration.name)) }
}

async function refuseRows(tx: Session): Promise<void> {
  for (const { name } of await readTables(tx)) {
    const [row] = await tx.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)
    if (row) throw notEmpty(name)
  }
}

async function build(tx: Session, migrations: readonly Migration[]): Promise<void> {
  await tx.exec(historyTable)
  for (const migration of migrations) await applyMigration(tx, migration)
}

function notEmpty(table: string): StoreError {
  return new StoreError('target-not-empty', {
    zh: `目标数据库不是空的（表 ${table} 里有数据）。确认要覆盖它的全部内容时，请加 --force。`,
    en: `The target database is not empty (the table ${table} has rows). To replace everything in it, add --force.`,
  })
}
