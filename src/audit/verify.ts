import type { Session, Store } from '../store/store.ts'
import { checkEnd, checkExpected, checkRow, erasedParts, type Fault, type Row, statedParts } from './check.ts'
import { beginning, type End } from './hash.ts'

const PAGE = 500

export interface Proof {
  /** Where the chain ends, or as far as it holds. */
  readonly last: End
  /** Parts of entries that are forgotten because somebody was erased. */
  readonly erased: number
  /** The first thing that is wrong. */
  readonly fault: Fault | null
}

/**
 * Reads the log as it stands at one moment, beside a working bot. On the embedded database, which has one session, the bot
 * waits meanwhile.
 */
export function readingLog<T>(store: Store, read: (session: Session) => Promise<T>): Promise<T> {
  return store.connection(connection =>
    connection.transaction(async tx => {
      await tx.exec('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
      return await read(tx)
    }),
  )
}

/**
 * Proves a team's chain: that no entry was changed, taken out, put in or moved since it was written, and none cut off.
 * Whoever can write to the database could write all of it anew: `expected`, an end that was written down elsewhere, shows that.
 */
export async function verify(session: Session, teamId: string, expected?: End): Promise<Proof> {
  let [last, erased, stated] = [beginning, 0, 0]
  for await (const row of rowsOf(session, teamId)) {
    const fault = checkRow(last, row) ?? checkExpected(row, expected)
    if (fault !== null) return { last, erased, fault }
    last = { seq: row.seq, hash: row.hash }
    erased += erasedParts(row)
    stated += statedParts(row)
  }
  return { last, erased, fault: (await faultAtEnd(session, teamId, last, expected)) ?? faultOfErasing(erased, stated) }
}

async function faultAtEnd(session: Session, teamId: string, last: End, expected?: End): Promise<Fault | null> {
  const [end] = await session.query<End>('SELECT seq, hash FROM "AuditChain" WHERE "teamId" = $1::uuid', [teamId])
  const fault = checkEnd(last, end ?? null)
  if (fault !== null || expected === undefined || expected.seq <= last.seq) return fault
  return { kind: 'shorter', seq: expected.seq }
}

function faultOfErasing(parts: number, stated: number): Fault | null {
  return parts === stated ? null : { kind: 'erased', parts, stated }
}

/** In order, a page at a time. */
async function* rowsOf(session: Session, teamId: string): AsyncGenerator<Row> {
  let after: number | null = null
  for (;;) {
    const rows: Row[] = await session.query<Row>(
      `SELECT "teamId", seq, previous, at, what, words, read, "actorPersonId", "bySalt", "bySeal",
         "memberId", detail, "aboutSalt", "aboutSeal", hash
       FROM "Audit" WHERE "teamId" = $1::uuid AND ($2::int IS NULL OR seq > $2::int) ORDER BY seq LIMIT ${PAGE}`,
      [teamId, after],
    )
    yield* rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < PAGE) return
    after = end.seq
  }
}
