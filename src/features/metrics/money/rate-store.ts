import { Prisma } from '../../../../prisma/client/client.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { DatedRate } from './conversion.ts'

interface RateFilter {
  readonly teamId: string
  readonly into: string
  readonly currencies: readonly string[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** As they were known then. */
  readonly asOf?: Date
}

/** The rates that hold on any of these days, oldest first; no more of the past than that. */
export async function readRates(
  tx: Tx,
  { teamId, into, currencies, from, to, asOf }: RateFilter,
): Promise<readonly DatedRate[]> {
  if (currencies.length === 0) return []
  const known = asOf ? Prisma.sql`AND "createdAt" <= ${asOf}` : Prisma.empty
  const rows = await tx.$queryRaw<(DatedRate & { readonly rate: Prisma.Decimal })[]>`
    SELECT DISTINCT ON (one."currency", one."date") one."currency", one."date", one."rate" FROM "Rate" AS one
    WHERE one."teamId" = ${teamId}::uuid AND one."into" = ${into} AND one."currency" IN (${Prisma.join([...currencies])}) ${known}
      AND one."date" <= ${to} AND one."date" >= COALESCE((
        SELECT MAX("date") FROM "Rate" AS earlier
        WHERE earlier."teamId" = one."teamId" AND earlier."into" = one."into" AND earlier."currency" = one."currency"
          AND earlier."date" <= ${from} ${known}), '')
    ORDER BY one."currency", one."date", one."id" DESC`
  return rows.map(row => ({ ...row, rate: row.rate.toNumber() }))
}

export interface KnownRate extends DatedRate {
  readonly createdBy: string
  readonly createdAt: Date
}

/** The latest that were given, whatever day they are for. */
export async function latestRates(tx: Tx, teamId: string, into: string, most: number): Promise<readonly KnownRate[]> {
  const rows = await tx.rate.findMany({ where: { teamId, into }, orderBy: { id: 'desc' }, take: most })
  return rows.map(({ currency, date, rate, createdBy, createdAt }) => ({
    ...{ currency, date, createdBy, createdAt },
    rate: rate.toNumber(),
  }))
}

export async function insertRates(
  tx: Tx,
  facts: { readonly teamId: string; readonly into: string; readonly createdBy: string; readonly createdAt: Date },
  rates: readonly DatedRate[],
): Promise<void> {
  await tx.rate.createMany({ data: rates.map(rate => ({ ...facts, ...rate })) })
}
