import { Prisma } from '../../../prisma/client/client.ts'
import { newId } from '../../base/ids.ts'
import { type Period, periodOfKey } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Award, ruleSchema, type Verdict, winnersSchema } from './award.ts'
import type { LedgerEntry } from './ledger.ts'

/**
 * Until the transaction ends nobody writes entries, and whoever was about to has finished: no entry can appear later that
 * is numbered among those counted now.
 */
export async function holdEntries(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "Entry" IN SHARE MODE`
}

/** The number of the last entry of all; 0 when there is none. */
export async function lastEntryId(tx: Tx): Promise<bigint> {
  const { _max } = await tx.entry.aggregate({ _max: { id: true } })
  return _max.id ?? 0n
}

/**
 * The last entry that was written by then. For a moment in the recent past: it walks back over what came after.
 */
export async function lastEntryBefore(tx: Tx, moment: Date): Promise<bigint> {
  const row = await tx.entry.findFirst({ where: { createdAt: { lte: moment } }, orderBy: { id: 'desc' } })
  return row?.id ?? 0n
}

/** The members' entries of the period that were there then, and whatever had corrected them by then, on any day. */
export async function ledgerEntries(
  tx: Tx,
  { rule, period, asOf, lastEntryId }: Pick<Award, 'rule' | 'period' | 'asOf' | 'lastEntryId'>,
): Promise<readonly LedgerEntry[]> {
  const metricIds = rule.metrics.filter(({ formula }) => formula === null).map(({ id }) => id)
  const memberIds = rule.members.map(({ memberId }) => memberId)
  if (metricIds.length === 0 || memberIds.length === 0) return []
  const rows = await tx.$queryRaw<(Omit<LedgerEntry, 'value'> & { value: Prisma.Decimal })[]>`
    WITH "inPeriod" AS (
      SELECT "id", "metricId", "memberId", "date", "value", "source", "replaces", "createdAt" FROM "Entry"
      WHERE "memberId" IN (${uuids(memberIds)}) AND "metricId" IN (${uuids(metricIds)})
        AND "date" BETWEEN ${period.from} AND ${period.to} AND "createdAt" <= ${asOf} AND "id" <= ${lastEntryId})
    SELECT * FROM "inPeriod"
    UNION
    SELECT later."id", later."metricId", later."memberId", later."date", later."value", later."source",
      later."replaces", later."createdAt"
    FROM "Entry" later JOIN "inPeriod" ON later."replaces" = "inPeriod"."id"
    WHERE later."createdAt" <= ${asOf} AND later."id" <= ${lastEntryId}
    ORDER BY "id"`
  return rows.map(row => ({ ...row, value: row.value.toString() }))
}

function uuids(ids: readonly string[]): Prisma.Sql {
  return Prisma.join(ids.map(id => Prisma.sql`${id}::uuid`))
}

/** Keeps what was decided; answers null, and keeps nothing, where that revision is there already. */
export async function keepAward(tx: Tx, teamId: string, verdict: Verdict, revision: number): Promise<Award | null> {
  const { metricKey, period, rule, winners, value, asOf, lastEntryId, proof } = verdict
  const award = { ...verdict, id: newId(asOf), revision, checkedId: lastEntryId }
  const { count } = await tx.champion.createMany({
    data: [
      {
        ...{ id: award.id, teamId, metricKey, period: period.key, revision, value, asOf, lastEntryId, proof },
        ...{ rule: toJson(rule), winners: toJson(winners), checkedId: lastEntryId },
      },
    ],
    skipDuplicates: true,
  })
  return count === 1 ? award : null
}

/** The award as it stands: its last revision. */
export async function awardOf(tx: Tx, teamId: string, metricKey: string, period: Period): Promise<Award | null> {
  const where = { teamId, metricKey, period: period.key }
  const row = await tx.champion.findFirst({ where, orderBy: { revision: 'desc' } })
  return row && toAward(row)
}

/** Every award of that period, each as it stands. */
export async function awardsOf(tx: Tx, teamId: string, period: Period): Promise<readonly Award[]> {
  const rows = await tx.champion.findMany({ where: { teamId, period: period.key }, orderBy: { revision: 'desc' } })
  return latest(rows.map(toAward))
}

/** The awards decided since, each as it stands, the latest first; at most so many. */
export async function awardsSince(tx: Tx, teamId: string, since: Date, most: number): Promise<readonly Award[]> {
  const rows = await tx.champion.findMany({
    where: { teamId, asOf: { gte: since } },
    orderBy: [{ asOf: 'desc' }, { period: 'desc' }, { revision: 'desc' }],
    take: most,
  })
  return latest(rows.map(toAward))
}

function latest(awards: readonly Award[]): readonly Award[] {
  const all = Map.groupBy(awards, ({ metricKey, period }) => `${metricKey} ${period.key}`)
  return [...all.values()].map(revisions => revisions.reduce((a, b) => (a.revision >= b.revision ? a : b)))
}

/** Those of the awards of which an entry that was counted has been corrected by one after the last that was looked at. */
export async function correctedSince(tx: Tx, awards: readonly Award[]): Promise<readonly Award[]> {
  const corrected: Award[] = []
  for (const award of awards) if (await isCorrected(tx, award)) corrected.push(award)
  return corrected
}

async function isCorrected(tx: Tx, { rule, period, asOf, lastEntryId, checkedId }: Award): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Entry" later JOIN "Entry" was ON was."id" = later."replaces"
    WHERE later."id" > ${checkedId} AND was."id" <= ${lastEntryId} AND was."createdAt" <= ${asOf}
      AND was."date" BETWEEN ${period.from} AND ${period.to}
      AND was."metricId" IN (${uuids(rule.metrics.map(({ id }) => id))})
      AND was."memberId" IN (${uuids(rule.members.map(({ memberId }) => memberId))})
    LIMIT 1`
  return rows.length > 0
}

export async function markChecked(tx: Tx, awards: readonly Award[], checkedId: bigint): Promise<void> {
  const ids = awards.map(({ id }) => id)
  await tx.champion.updateMany({ where: { id: { in: ids }, checkedId: { lt: checkedId } }, data: { checkedId } })
}

/** Throws when the row is not what we once wrote. */
function toAward(row: {
  id: string
  metricKey: string
  period: string
  revision: number
  rule: unknown
  winners: unknown
  value: Prisma.Decimal
  asOf: Date
  lastEntryId: bigint
  proof: string
  checkedId: bigint
}): Award {
  const { id, metricKey, revision, asOf, lastEntryId, proof, checkedId } = row
  const period = periodOfKey(row.period)
  if (period === null) throw new Error('a champion is kept of no period')
  return {
    ...{ id, metricKey, period, revision, asOf, lastEntryId, proof, checkedId },
    rule: ruleSchema.parse(row.rule),
    winners: winnersSchema.parse(row.winners),
    value: row.value.toNumber(),
  }
}

/** As Prisma wants JSON: mutable, and without what JSON cannot say. */
function toJson(value: object): Prisma.InputJsonArray | Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value))
}
