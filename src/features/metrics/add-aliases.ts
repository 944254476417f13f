import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { isName } from './draft.ts'
import { findMetric, fold, type Metric, namesOf, nameTaken } from './metric.ts'
import { badName, nameIsTaken, unknownMetric } from './refusals.ts'
import { lockCatalogue, readMetrics, saveMetric } from './store/catalogue.ts'
import { keepChanges } from './store/changes.ts'
import { aliasesAdded } from './words.ts'

/** Lets members call a metric by more names. Names that it has already are no error. */
export async function addAliases(ctx: MemberContext, name: string, aliases: readonly string[]): Promise<Metric> {
  const { tx, team } = ctx
  await lockCatalogue(tx, team.id)
  const metrics = await readMetrics(tx, team.id, 'active')
  const metric = findMetric(metrics, name)
  if (!metric) throw new UserError('metric-unknown', unknownMetric(name, metrics))
  const bad = aliases.find(alias => !isName(alias))
  if (bad !== undefined) throw new UserError('metric-bad-name', badName(bad))
  const taken = nameTaken(
    metrics.filter(other => other.id !== metric.id),
    aliases,
  )
  if (taken) throw new UserError('metric-name-taken', nameIsTaken(taken.name, taken.by))
  const own = new Set(namesOf(metric).map(fold))
  const added = [...new Set(aliases.map(fold))].filter(alias => !own.has(alias))
  const changed = { ...metric, aliases: [...metric.aliases, ...added] }
  await saveMetric(tx, changed)
  if (added.length > 0) await keepChanges(ctx, metric.id, [{ field: 'aliases', before: '', after: added.join(', ') }])
  ctx.emit({ name: 'team.changed', teamId: team.id, payload: {} })
  const content = aliasesAdded(changed, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.aliases' })
  return changed
}
