import { quoted, type Table } from './catalog.ts'
import type { Session } from './store.ts'

/**
 * A row as one line: a JSON array of the values as PostgreSQL writes them, which it reads back exactly whatever their type.
 * These settings make it write them alike everywhere.
 */
export const exactText = `
  SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL search_path = public`

const ROWS_PER_FETCH = 256

/** The lines of a table, a few hundred at a time, without rows that are to leave no trace. Needs a transaction. */
export async function* rowLines(tx: Session, table: Table): AsyncGenerator<string[]> {
  const values = table.columns.map(column => `${quoted(column.name)}::text`).join(', ')
  await tx.exec(`DECLARE lines NO SCROLL CURSOR FOR
    SELECT to_json(ARRAY[${values}]::text[])::text AS line FROM ${quoted(table.name)} ${kept(table)}`)
  for (;;) {
    const rows = await tx.query<{ line: string }>(`FETCH ${ROWS_PER_FETCH} FROM lines`)
    if (rows.length === 0) break
    yield rows.map(row => row.line)
  }
  await tx.exec('CLOSE lines')
}

/** Of a table with a column `traceless`, whose rows go as soon as they are done with: a backup would keep them. */
function kept({ columns }: Table): string {
  return columns.some(({ name }) => name === 'traceless') ? 'WHERE NOT "traceless"' : ''
}

/** Puts lines back into the table that they came from, or one of the same shape. */
export async function insertLines(tx: Session, table: Table, lines: readonly string[]): Promise<void> {
  const names = table.columns.map(column => quoted(column.name)).join(', ')
  const values = table.columns.map((column, index) => `(line->>${index})::${column.type}`).join(', ')
  await tx.query(
    `INSERT INTO ${quoted(table.name)} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${values} FROM jsonb_array_elements($1::jsonb) AS line`,
    [`[${lines.join(',')}]`],
  )
}
