import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { FORMAT, type Header, type Totals, VERSION } from './backup-format.ts'
import { readSequences, readTables } from './catalog.ts'
import { readHistory } from './migrate.ts'
import type { Session, Store } from './store.ts'
import { TableDigest } from './table-digest.ts'
import { exactText, rowLines } from './table-rows.ts'

/**
 * Writes all our tables, as they stand at one moment, to `file` and answers how many rows each had. It can run beside a
 * working bot; on the embedded database, which has one session, the bot waits meanwhile. The file appears only when it is
 * whole, and only its owner may read it.
 */
export async function backup(store: Store, file: string, now: Date): Promise<Totals> {
  const totals: Totals = {}
  const partial = `${file}.partial`
  try {
    await store.connection(connection =>
      connection.transaction(async tx => {
        await tx.exec(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; ${exactText}`)
        const text = Readable.from(backupText(tx, now, totals))
        await pipeline(text, createGzip(), createWriteStream(partial, { mode: 0o600, flush: true }))
      }),
    )
    await rename(partial, file)
  } finally {
    await rm(partial, { force: true })
  }
  return totals
}

/** The lines of the file; fills in `totals` as it goes. */
async function* backupText(tx: Session, now: Date, totals: Totals): AsyncGenerator<string> {
  const migrations = (await readHistory(tx)).map(({ name, checksum }) => ({ name, checksum }))
  const tables = await readTables(tx)
  const sequences = await readSequences(tx)
  const header: Header = {
    format: FORMAT,
    version: VERSION,
    createdAt: now.toISOString(),
    migrations,
    tables,
    sequences,
  }
  yield jsonLine(header)
  for (const table of tables) {
    yield jsonLine({ table: table.name })
    const digest = new TableDigest()
    for await (const lines of rowLines(tx, table)) {
      for (const line of lines) digest.add(line)
      yield `${lines.join('\n')}\n`
    }
    totals[table.name] = digest.total
  }
  yield jsonLine({ totals })
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
