import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { TeamContext } from '../../context.ts'
import { changesBetween, quantised, rollupChanges, VALUE_LIMIT } from './entry-changes.ts'
import { findKey } from './metric.ts'
import { unknownMetric, valueTooLarge } from './refusals.ts'
import { readMetrics } from './store/catalogue.ts'
import { addToRollups, type EntrySource, insertEntries, lockReport, standingEntries } from './store/entries.ts'

export {
  readDays as dailyOf,
  readSums as sumsOf,
  readSumsAsOf as sumsAsOf,
} from './store/sums.ts'

export interface Recording {
  readonly memberId: string
  readonly date: LocalDate
  /** Metric key → value. */
  readonly values: Readonly<Record<string, number>>
  readonly source: EntrySource
  readonly reportId?: string
  readonly reason?: string
  /** The person who says so, who need not be the member. */
  readonly createdBy: string
}

/**
 * Writes a member's values of a day as entries, and the sums with them; answers how many entries were written.
 *
 * With a `reportId` the values are all that this report says: said again they change nothing, said differently they become
 * corrections, and a metric that is no longer named is corrected to 0. Without one they are added to what is there.
 * Metrics that were archived still take values, so that an old report can be corrected. Throws UserError for a metric
 * that the team does not have and for a value beyond all measure.
 */
export async function recordValues(
  ctx: Pick<TeamContext, 'tx' | 'now' | 'team'>,
  { memberId, date, values, source, reportId, reason, createdBy }: Recording,
): Promise<number> {
  const { tx, team } = ctx
  const byMetric = await resolve(ctx, values)
  if (reportId !== undefined) await lockReport(tx, reportId)
  const standing = reportId === undefined ? [] : await standingEntries(tx, team.id, reportId)
  const changes = changesBetween(standing, { memberId, date, values: byMetric })
  if (changes.length === 0) return 0
  const facts = { source, reportId: reportId ?? null, reason: reason ?? null, createdBy, createdAt: ctx.now }
  await insertEntries(tx, { teamId: team.id, ...facts }, changes)
  await addToRollups(tx, rollupChanges(changes))
  return changes.length
}

/** Metric id → value, as it will be kept. */
async function resolve(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  values: Recording['values'],
): Promise<ReadonlyMap<string, number>> {
  const metrics = (await readMetrics(tx, team.id, 'all')).filter(({ formula }) => formula === null)
  return new Map(
    Object.entries(values).map(([key, value]) => {
      const metric = findKey(metrics, key)
      if (!metric) throw new UserError('metric-unknown', unknownMetric(key, metrics))
      if (!(Math.abs(value) < VALUE_LIMIT)) throw new UserError('value-too-large', valueTooLarge(metric))
      return [metric.id, quantised(value)]
    }),
  )
}
