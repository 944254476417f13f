import { z } from 'zod'
import { type Metric as MetricRow, Prisma } from '../../../../prisma/client/client.ts'
import type { Tx } from '../../../store/transaction.ts'
import { formulaSchema } from '../formula/schema.ts'
import { type Metric, metricKinds, metricUnits } from '../metric.ts'
import { lock } from './lock.ts'

const kindSchema = z.enum(metricKinds)
const unitSchema = z.enum(metricUnits)

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

function toMetric({ kind, unit, formula, teamId: _, archivedAt: __, ...row }: MetricRow): Metric {
  return {
    ...row,
    kind: kindSchema.parse(kind),
    unit: unitSchema.parse(unit),
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

export async function saveAliases(tx: Tx, metricId: string, aliases: readonly string[]): Promise<void> {
  await tx.metric.update({ where: { id: metricId }, data: { aliases: [...aliases] } })
}

export async function saveArchivedAt(tx: Tx, metricId: string, archivedAt: Date | null): Promise<void> {
  await tx.metric.update({ where: { id: metricId }, data: { archivedAt } })
}

/** Until the transaction ends nobody else changes the team's metrics, so a check for names that are taken stays true. */
export async function lockCatalogue(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `metrics:${teamId}`)
}
