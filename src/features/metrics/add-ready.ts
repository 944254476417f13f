import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import type { MemberContext } from '../../context.ts'
import type { Definition } from './definition.ts'
import { metricsIn } from './formula/formula.ts'
import { findKey, findMetric, type Metric, namesOf, nameTaken } from './metric.ts'
import { readyKeyed } from './ready-metrics.ts'
import { keyIsArchived, nameIsTaken } from './refusals.ts'
import { insertMetrics, lockCatalogue, readMetrics } from './store/catalogue.ts'
import { keepChanges } from './store/changes.ts'
import { metricAdded } from './words.ts'

/** Gives the team a ready metric, and with a formula the ready parts that it lacks. Aliases that mean something else stay away. */
export async function addReady(ctx: MemberContext, ready: Definition): Promise<Metric> {
  const { tx, team, now } = ctx
  await lockCatalogue(tx, team.id)
  const all = await readMetrics(tx, team.id, 'all')
  const active = await readMetrics(tx, team.id, 'active')
  const added: Metric[] = []
  for (const one of [...lackingParts(ready, all), ready]) {
    const known = [...active, ...added]
    refuseTaken({ ...one, aliases: [] }, known, all)
    const aliases = one.aliases.filter(alias => findMetric(known, alias) === null)
    added.push({ ...one, aliases, id: newId(now), position: nextPosition(all) + added.length })
  }
  const [metric, ...parts] = added.toReversed()
  if (!metric) throw new Error('a ready metric is among those that are added')
  await bringIn(ctx, metric, parts)
  return metric
}

function lackingParts({ formula }: Definition, all: readonly Metric[]): readonly Definition[] {
  if (formula === null) return []
  const lacking = metricsIn(formula).filter(key => findKey(all, key) === null)
  return lacking.flatMap(key => readyKeyed(key) ?? [])
}

/** Adds a metric and the parts that come with it, and tells so. */
export async function bringIn(ctx: MemberContext, metric: Metric, parts: readonly Metric[]): Promise<void> {
  const { tx, team, lang } = ctx
  await insertMetrics(tx, team.id, [...parts, metric])
  for (const { id } of [...parts, metric]) await keepChanges(ctx, id, [{ field: 'state', before: '', after: 'added' }])
  ctx.emit({ name: 'team.changed', teamId: team.id, payload: {} })
  const content = metricAdded(metric, parts, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.added' })
}

export function refuseTaken(
  draft: Pick<Metric, 'key' | 'zh' | 'en' | 'aliases'>,
  active: readonly Metric[],
  all: readonly Metric[],
): void {
  const taken = nameTaken(active, namesOf(draft))
  if (taken) throw new UserError('metric-name-taken', nameIsTaken(taken.name, taken.by))
  const archived = findKey(all, draft.key)
  if (archived) throw new UserError('metric-archived', keyIsArchived(archived))
}

export function nextPosition(all: readonly Metric[]): number {
  return Math.max(-1, ...all.map(metric => metric.position)) + 1
}
