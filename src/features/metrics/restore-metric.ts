import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { findMetric, type Metric, namesOf, nameTaken } from './metric.ts'
import { nameIsTaken, unknownMetric } from './refusals.ts'
import { lockCatalogue, readMetrics, saveArchivedAt } from './store/catalogue.ts'
import { keepChanges } from './store/changes.ts'
import { metricRestored } from './words.ts'

/** Counts an archived metric again, unless one of its names has been given to another meanwhile. */
export async function restoreMetric(ctx: MemberContext, name: string): Promise<Metric> {
  const { tx, team } = ctx
  await lockCatalogue(tx, team.id)
  const archived = await readMetrics(tx, team.id, 'archived')
  const metric = findMetric(archived, name)
  if (!metric) throw new UserError('metric-unknown', unknownMetric(name, archived))
  const taken = nameTaken(await readMetrics(tx, team.id, 'active'), namesOf(metric))
  if (taken) throw new UserError('metric-name-taken', nameIsTaken(taken.name, taken.by))
  await saveArchivedAt(tx, metric.id, null)
  await keepChanges(ctx, metric.id, [{ field: 'state', before: 'archived', after: 'active' }])
  ctx.emit({ name: 'team.changed', teamId: team.id, payload: {} })
  const content = metricRestored(metric, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.restored' })
  return metric
}
