import type { Tx } from '../../store/transaction.ts'

/** How many messages went out after `since` up to `until`, by purpose, the most frequent first. */
export async function sentBetween(db: Tx, since: Date, until: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db.delivery.groupBy({
    by: ['purpose'],
    where: { state: 'sent', sentAt: { gt: since, lte: until } },
    _count: true,
    orderBy: [{ _count: { purpose: 'desc' } }, { purpose: 'asc' }],
  })
  return new Map(rows.map(({ purpose, _count }) => [purpose, _count]))
}
