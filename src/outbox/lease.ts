import type { Tx } from '../store/transaction.ts'
import type { Bucket } from './pace.ts'

/** Longer than any adapter may take for one call; renewed before each while a conversation is being drained. */
const LEASE_SECONDS = 45

interface LeaseRow {
  readonly tokens: number
  readonly pacedAt: Date | null
}

/**
 * Makes `holder` the only one who sends in this conversation, for a while; asking again renews it. Answers how fast the
 * conversation has been sending, or null when somebody else holds it. The database's clock decides, so the clocks of
 * several machines need not agree.
 */
export async function takeLease(
  db: Tx,
  conversation: string,
  holder: string,
): Promise<{ bucket: Bucket | null } | null> {
  const [row] = await db.$queryRaw<LeaseRow[]>`
    INSERT INTO "Conversation" AS c (id, "leasedBy", "leasedUntil")
    VALUES (${conversation}, ${holder}, LOCALTIMESTAMP + make_interval(secs => ${LEASE_SECONDS}))
    ON CONFLICT (id) DO UPDATE SET "leasedBy" = excluded."leasedBy", "leasedUntil" = excluded."leasedUntil"
    WHERE c."leasedBy" IS NULL OR c."leasedBy" = ${holder} OR c."leasedUntil" < LOCALTIMESTAMP
    RETURNING tokens, "pacedAt"`
  if (!row) return null
  return { bucket: row.pacedAt ? { tokens: row.tokens, at: row.pacedAt } : null }
}

/** Gives the lease back, with the pace for whoever takes it next. Does nothing when it was lost meanwhile. */
export async function releaseLease(db: Tx, conversation: string, holder: string, bucket: Bucket | null): Promise<void> {
  await db.conversation.updateMany({
    where: { id: conversation, leasedBy: holder },
    data: { leasedBy: null, leasedUntil: null, ...(bucket && { tokens: bucket.tokens, pacedAt: bucket.at }) },
  })
}

/** Voids what a process that is gone had leased. Only where nobody else can be sending: at the start of an embedded database. */
export async function voidLeases(db: Tx): Promise<void> {
  await db.conversation.updateMany({ where: { leasedBy: { not: null } }, data: { leasedBy: null, leasedUntil: null } })
}
