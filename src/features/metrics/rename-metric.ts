import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { capital, isHan, isName } from './draft.ts'
import { findMetric, fold, type Metric, namesOf, nameTaken } from './metric.ts'
import { badName, nameIsTaken, unknownMetric } from './refusals.ts'
import { lockCatalogue, readMetrics, saveMetric } from './store/catalogue.ts'
import { keepChanges } from './store/changes.ts'
import { metricRenamed } from './words.ts'

/** Calls a metric by another name in a language, or in both; the old names stay aliases, so nobody's habit breaks. */
export async function renameMetric(ctx: MemberContext, name: string, names: readonly string[]): Promise<Metric> {
  const { tx, team } = ctx
  await lockCatalogue(tx, team.id)
  const metrics = await readMetrics(tx, team.id, 'active')
  const metric = findMetric(metrics, name)
  if (!metric) throw new UserError('metric-unknown', unknownMetric(name, metrics))
  const bad = names.find(one => !isName(one))
  if (bad !== undefined) throw new UserError('metric-bad-name', badName(bad))
  const others = metrics.filter(other => other.id !== metric.id)
  const taken = nameTaken(others, names)
  if (taken) throw new UserError('metric-name-taken', nameIsTaken(taken.name, taken.by))
  const renamed = withNames(metric, names)
  await saveMetric(tx, renamed)
  const written = (one: Metric) => `${one.zh} ${one.en}`
  await keepChanges(ctx, metric.id, [{ field: 'name', before: written(metric), after: written(renamed) }])
  ctx.emit({ name: 'team.changed', teamId: team.id, payload: {} })
  const content = metricRenamed(metric, renamed, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.renamed' })
  return renamed
}

function withNames(metric: Metric, names: readonly string[]): Metric {
  const zh = names.find(isHan) ?? metric.zh
  const en = capital(names.find(name => !isHan(name)) ?? metric.en)
  const own = new Set([zh, en, metric.key].map(fold))
  const aliases = [...new Set([...namesOf(metric), ...names].map(fold))].filter(alias => !own.has(alias))
  return { ...metric, zh, en, aliases }
}
