import type { ByMail } from '../context.ts'
import type { Tx } from '../store/transaction.ts'
import type { Head, NewDelivery } from './delivery.ts'
import type { Settlement } from './store.ts'
import type { Destination } from './ways.ts'

/** A mail that was given up, because the server takes nothing for that address. */
export interface RefusedMail {
  readonly personId: string
  readonly by: ByMail
  readonly address: string
}

/** Null for whatever else became of a delivery. */
export function refusedMail({ by }: Head, destination: Destination, settlement: Settlement): RefusedMail | null {
  if (by === null || destination.kind !== 'person' || settlement.state !== 'failed' || !settlement.refused) return null
  const { personId, accounts } = destination.reader
  const [account] = accounts
  return account ? { personId, by, address: account.accountId } : null
}

/** Where a person is written to, as it is now; null when there is no such address any more, or a server refuses it. */
export async function addressOf(
  db: Tx,
  personId: string,
  by: ByMail,
): Promise<{ readonly name: string; readonly address: string } | null> {
  const [row] = await db.$queryRaw<{ name: string; address: string | null; asked: string | null }[]>`
    SELECT p.name, CASE WHEN m."refusedAt" IS NULL THEN m.address END AS address, m.asked FROM "MailAddress" m JOIN "Person" p ON p.id = m."personId"
    WHERE m."personId" = ${personId}::uuid`
  const address = by === 'mail' ? row?.address : row?.asked
  return row && address ? { name: row.name, address } : null
}

/** Leaves out mails to people who have given no address, or one that a server refuses. */
export async function withoutUnaddressed(tx: Tx, deliveries: readonly NewDelivery[]): Promise<readonly NewDelivery[]> {
  const ids = deliveries.flatMap(({ by, personId }) => (by === 'mail' && personId !== null ? [personId] : []))
  if (ids.length === 0) return deliveries
  const rows = await tx.mailAddress.findMany({
    where: { personId: { in: ids }, address: { not: null }, refusedAt: null },
    select: { personId: true },
  })
  const known = new Set(rows.map(row => row.personId))
  return deliveries.filter(({ by, personId }) => by !== 'mail' || (personId !== null && known.has(personId)))
}
