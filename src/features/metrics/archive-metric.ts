import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { findMetric, type Metric } from './metric.ts'
import { unknownMetric } from './refusals.ts'
import { lockCatalogue, readMetrics, saveArchivedAt } from './store/catalogue.ts'
import { keepChanges } from './store/changes.ts'
import { metricArchived } from './words.ts'

/** Stops counting a metric; its entries stay, and it can be restored. */
export async function archiveMetric(ctx: MemberContext, name: string): Promise<Metric> {
  const { tx, team } = ctx
  await lockCatalogue(tx, team.id)
  const metrics = await readMetrics(tx, team.id, 'active')
  const metric = findMetric(metrics, name)
  if (!metric) throw new UserError('metric-unknown', unknownMetric(name, metrics))
  await saveArchivedAt(tx, metric.id, ctx.now)
  await keepChanges(ctx, metric.id, [{ field: 'state', before: 'active', after: 'archived' }])
  ctx.emit({ name: 'team.changed', teamId: team.id, payload: {} })
  const content = metricArchived(metric, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.archived' })
  return metric
}
