import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { changedFacts } from './changed-facts.ts'
import { factProblem } from './draft.ts'
import { findMetric, type Metric } from './metric.ts'
import { readOptions } from './options.ts'
import { draftProblem, formulaStays, nothingToSet, notMoney, setNotRename, settled, unknownMetric } from './refusals.ts'
import { hasEntries, lockCatalogue, readMetrics, saveMetric } from './store/catalogue.ts'
import { keepChanges } from './store/changes.ts'
import { metricShownChanged } from './words.ts'

/**
 * Changes facts of a metric: `direction=less decimals=1`. What its entries mean (unit, currency, how they are put together)
 * is settled once there are any, since they would mean something else.
 */
export async function setMetric(ctx: MemberContext, name: string, words: readonly string[]): Promise<Metric> {
  const { tx, team } = ctx
  await lockCatalogue(tx, team.id)
  const metrics = await readMetrics(tx, team.id, 'active')
  const metric = findMetric(metrics, name)
  if (!metric) throw new UserError('metric-unknown', unknownMetric(name, metrics))
  const changed = wanted(metric, words, metrics)
  const changes = changedFacts(metric, changed)
  if (changes.some(({ settles }) => settles) && (await hasEntries(tx, metric.id)))
    throw new UserError('metric-settled', settled(metric, changes.find(({ settles }) => settles)?.field ?? ''))
  if (changes.length > 0) {
    await saveMetric(tx, changed)
    await keepChanges(
      ctx,
      metric.id,
      changes.map(({ field, before, after }) => ({ field, before, after })),
    )
    ctx.emit({ name: 'team.changed', teamId: team.id, payload: {} })
  }
  const content = metricShownChanged(changed, changes, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.set' })
  return changed
}

function wanted(metric: Metric, words: readonly string[], metrics: readonly Metric[]): Metric {
  const read = readOptions(words)
  if (!read.ok) throw new UserError('metric-bad-option', draftProblem({ problem: 'bad-option', text: read.text }))
  const { facts, amount, aliases, formula } = read.options
  const [more] = read.names
  if (more !== undefined || aliases.length > 0) throw new UserError('metric-set-name', setNotRename(metric, more))
  if (formula !== undefined) throw new UserError('metric-settled', formulaStays(metric))
  if (Object.keys(facts).length === 0 && amount === undefined)
    throw new UserError('metric-nothing-to-set', nothingToSet(metric))
  const changed = { ...metric, ...facts }
  const problem = factProblem({ ...changed, reportedBy: metric.reportedBy }, facts)
  if (problem !== null) throw new UserError(`metric-${problem}`, draftProblem({ problem, text: metric.zh }))
  // An amount in a currency that is no amount any more has none.
  const currency = changed.unit === 'money' ? changed.currency : null
  return { ...changed, currency, amountKey: amount === undefined ? metric.amountKey : moneyKey(amount, metrics) }
}

function moneyKey(name: string, metrics: readonly Metric[]): string {
  const money = findMetric(metrics, name)
  if (!money) throw new UserError('metric-unknown', unknownMetric(name, metrics))
  if (money.unit !== 'money') throw new UserError('metric-not-money', notMoney(name))
  return money.key
}
