import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { backup } from '../../../src/store/backup.ts'
import type { Store } from '../../../src/store/store.ts'
import { temporaryFolder } from '../../store/fixture.ts'

/** What is drawn by chance, or comes from the machine's own clock, and so differs between any two runs. */
const machines: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'],
  [/\b[0-9a-f]{64}\b/g, '<hash>'],
  [/\b[0-9a-f]{32}\b/g, '<salt>'],
]

/** Columns that go by the machine's clock: leases and pace. */
const real = new Set(['leasedBy', 'leasedUntil', 'tokens', 'pacedAt'])

/**
 * Every row of every table of ours and every job of the queue, as text: people and groups by name, chance taken out. Two runs
 * that differ in nothing but chance are equal. Left out is `Installation`, which holds how far the clock was moved.
 */
export async function dumpOf(store: Store): Promise<readonly string[]> {
  const named = await names(store)
  const tables = await store.query<{ name: string }>(`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name NOT IN ('_prisma_migrations', 'Installation')`)
  const rows: string[] = []
  for (const { name } of tables) {
    const all = await store.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM "${name}" t`)
    for (const { row } of all) {
      const kept = Object.entries(row).filter(([column]) => !real.has(column))
      rows.push(`${name} ${plainly(JSON.stringify(Object.fromEntries(kept)), named)}`)
    }
  }
  const jobs = await store.query<{ row: unknown }>(
    'SELECT DISTINCT jsonb_build_array(name, data, state, output) AS row FROM pgboss.job',
  )
  for (const { row } of jobs) rows.push(`job ${plainly(JSON.stringify(row), named)}`)
  return rows.toSorted()
}

/** The lines of a backup, a row each. */
export async function backupOf(store: Store): Promise<readonly string[]> {
  const file = path.join(temporaryFolder(), 'backup.gz')
  await backup(store, file, new Date('2026-11-30T00:00:00Z'))
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n')
}

async function names(store: Store): Promise<ReadonlyMap<string, string>> {
  const rows = await store.query<{ id: string; name: string }>(`
    SELECT id::text, 'person-' || name AS name FROM "Person" UNION ALL SELECT id::text, 'member-' || name FROM "Member"
    UNION ALL SELECT id::text, 'team-' || name FROM "Team" UNION ALL SELECT id::text, 'channel-' || name FROM "Channel"`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function plainly(text: string, named: ReadonlyMap<string, string>): string {
  let plain = text
  for (const [id, name] of named) plain = plain.replaceAll(id, name)
  for (const [pattern, instead] of machines) plain = plain.replaceAll(pattern, instead)
  return plain
}
