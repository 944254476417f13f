import type { Tx } from '../store/transaction.ts'

/** The conversations that have something due at `now`, or something that was left half done by whoever was sending it. */
export async function dueConversations(db: Tx, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ conversation: string }[]>`
    SELECT DISTINCT d.conversation FROM "Delivery" d
    LEFT JOIN "Conversation" c ON c.id = d.conversation
    WHERE (d.state = 'pending' AND d."notBefore" <= ${now})
      OR (d.state = 'sending' AND (c."leasedUntil" IS NULL OR c."leasedUntil" < LOCALTIMESTAMP))
    ORDER BY d.conversation`
  return rows.map(row => row.conversation)
}

/** When the next delivery becomes due after `now`, or null when none waits. */
export async function nextDueAt(db: Tx, now: Date): Promise<Date | null> {
  const next = await db.delivery.aggregate({
    where: { state: 'pending', notBefore: { gt: now } },
    _min: { notBefore: true },
  })
  return next._min.notBefore
}

/** Whether there is work in this one conversation. */
export async function hasDue(db: Tx, conversation: string, now: Date): Promise<boolean> {
  const row = await db.delivery.findFirst({
    where: { conversation, state: 'pending', notBefore: { lte: now } },
    select: { id: true },
  })
  return row !== null
}
