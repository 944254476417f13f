import { codeOf } from '../base/errors.ts'
import { damaged, type Header, type Part, type Totals } from './backup-format.ts'
import { quoted, readForeignKeys, readTables, type Table } from './catalog.ts'
import type { Session } from './store.ts'
import { TableDigest } from './table-digest.ts'
import { insertLines, rowLines } from './table-rows.ts'

/**
 * Fills the tables, which must be those of the backup, with its rows, and proves that they arrived. Foreign keys are taken
 * off meanwhile, so that neither the order of the tables nor a circle among them matters; putting one back checks all rows.
 */
export async function restoreRows(tx: Session, header: Header, parts: AsyncGenerator<Part>): Promise<Totals> {
  const tables = await readTables(tx)
  if (shapeOf(tables) !== shapeOf(header.tables)) throw damaged()
  const foreignKeys = await readForeignKeys(tx)
  for (const { table, name } of foreignKeys) {
    await tx.exec(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`)
  }
  // A migration may have put rows of its own there; the backup has them as they were later.
  for (const { name } of tables) await tx.exec(`DELETE FROM ${quoted(name)}`)
  try {
    const totals = await loadAll(tx, tables, parts)
    await proveArrival(tx, tables, totals)
    for (const { table, name, definition } of foreignKeys) {
      await tx.exec(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`)
    }
    for (const { name, last } of header.sequences) {
      if (last !== null) await tx.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), last])
    }
    return totals
  } catch (error) {
    throw isDataFault(error) ? damaged(error) : error
  }
}

function shapeOf(tables: readonly Table[]): string {
  return JSON.stringify(tables.map(({ name, columns }) => [name, columns.map(column => column.name)]))
}

/** Classes of SQLSTATE: 22 is a value that its type does not allow, 23 a row that a constraint does not. */
function isDataFault(error: unknown): boolean {
  return /^2[23]/.test(codeOf(error) ?? '')
}

/** Loads every row and answers the totals that the backup ends with. */
async function loadAll(tx: Session, tables: readonly Table[], parts: AsyncGenerator<Part>): Promise<Totals> {
  let batch: Batch | null = null
  let totals: Totals | null = null
  for await (const part of parts) {
    if (totals) throw damaged()
    if (part.kind === 'row') {
      if (!batch) throw damaged()
      await batch.add(part.line)
      continue
    }
    await batch?.flush()
    if (part.kind === 'totals') totals = part.totals
    else batch = new Batch(tx, tableOf(part, tables))
  }
  if (!totals) throw damaged()
  return totals
}

function tableOf(part: Part, tables: readonly Table[]): Table {
  const table = part.kind === 'table' && tables.find(({ name }) => name === part.table)
  if (!table) throw damaged()
  return table
}

/** Rows on their way into one table, bounded in number and in characters so that memory stays flat. */
class Batch {
  readonly #tx: Session
  readonly #table: Table
  #lines: string[] = []
  #size = 0

  constructor(tx: Session, table: Table) {
    this.#tx = tx
    this.#table = table
  }

  async add(line: string): Promise<void> {
    this.#lines.push(line)
    this.#size += line.length
    if (this.#lines.length >= 500 || this.#size >= 1_000_000) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#lines.length > 0) await insertLines(this.#tx, this.#table, this.#lines)
    this.#lines = []
    this.#size = 0
  }
}

/** Reads everything back and compares it with what the backup says it wrote. */
async function proveArrival(tx: Session, tables: readonly Table[], expected: Totals): Promise<void> {
  for (const table of tables) {
    const digest = new TableDigest()
    for await (const lines of rowLines(tx, table)) for (const line of lines) digest.add(line)
    const { rows, sum } = expected[table.name] ?? {}
    if (digest.rows !== rows || digest.sum !== sum) throw damaged()
  }
}
