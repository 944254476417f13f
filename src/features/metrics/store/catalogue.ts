import { z } from 'zod'
import { type Metric as MetricRow, Prisma } from '../../../../prisma/client/client.ts'
import { lock } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'
import { formulaSchema } from '../formula/schema.ts'
import { aggregations, byHouse, directions, type Metric, metricKinds, metricUnits, reporters } from '../metric.ts'

const factsSchema = z.object({
  kind: z.enum(metricKinds),
  unit: z.enum(metricUnits),
  direction: z.enum(directions),
  aggregation: z.enum(aggregations),
  reportedBy: z.enum([...reporters, byHouse]),
})

/** In the order in which they are shown. */
export async function readMetrics(
  tx: Tx,
  teamId: string,
  which: 'active' | 'archived' | 'all',
): Promise<readonly Metric[]> {
  const archived = { active: { archivedAt: null }, archived: { archivedAt: { not: null } }, all: {} }[which]
  const rows = await tx.metric.findMany({
    where: { teamId, ...archived },
    orderBy: [{ position: 'asc' }, { key: 'asc' }],
  })
  return rows.map(toMetric)
}

function toMetric({ formula, teamId: _, archivedAt: __, ...row }: MetricRow): Metric {
  return {
    ...row,
    ...factsSchema.parse(row),
    formula: formula === null ? null : formulaSchema.parse(formula),
  }
}

/** Metrics whose key the team has already are left as they are. */
export async function insertMetrics(tx: Tx, teamId: string, metrics: readonly Metric[]): Promise<void> {
  const data = metrics.map(({ formula, ...metric }) => ({
    ...{ ...metric, teamId, aliases: [...metric.aliases] },
    formula: formula ?? Prisma.DbNull,
  }))
  await tx.metric.createMany({ data, skipDuplicates: true })
}

/** Writes what may change about a metric; its key, its formula and its place never do. */
export async function saveMetric(tx: Tx, { id, key: _, formula: __, position: ___, ...facts }: Metric): Promise<void> {
  await tx.metric.update({ where: { id }, data: { ...facts, aliases: [...facts.aliases] } })
}

/** Whether anything was ever recorded of it, also what was taken back. */
export async function hasEntries(tx: Tx, metricId: string): Promise<boolean> {
  return (await tx.metricDay.findFirst({ where: { metricId }, select: { date: true } })) !== null
}

export async function saveArchivedAt(tx: Tx, metricId: string, archivedAt: Date | null): Promise<void> {
  await tx.metric.update({ where: { id: metricId }, data: { archivedAt } })
}

/** Until the transaction ends nobody else changes the team's metrics, so a check for names that are taken stays true. */
export async function lockCatalogue(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `metrics:${teamId}`)
}
