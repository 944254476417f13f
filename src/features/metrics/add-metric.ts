import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import type { MemberContext } from '../../context.ts'
import { type MetricDraft, readDraft } from './draft.ts'
import { type Formula, metricsIn } from './formula/formula.ts'
import { readFormula } from './formula/read.ts'
import { findKey, findMetric, type Metric, namesOf, nameTaken } from './metric.ts'
import {
  draftProblem,
  formulaNeedsMetric,
  formulaProblem,
  keyIsArchived,
  nameIsTaken,
  notMoney,
  unknownMetric,
} from './refusals.ts'
import { insertMetrics, lockCatalogue, readMetrics } from './store/catalogue.ts'
import { metricAdded } from './words.ts'

/** Gives the team one more metric. `words` is what was typed: names, then options. */
export async function addMetric(ctx: MemberContext, words: readonly string[]): Promise<Metric> {
  const { tx, team } = ctx
  const read = readDraft(words)
  if (!read.ok) throw new UserError(`metric-${read.problem}`, draftProblem(read))
  await lockCatalogue(tx, team.id)
  const all = await readMetrics(tx, team.id, 'all')
  const active = await readMetrics(tx, team.id, 'active')
  const { amount, formula: typed, ...facts } = read.draft
  refuseTaken(read.draft, active, all)
  const formula = typed === null ? null : formulaTyped(typed, active)
  const amountKey = amount === null ? null : moneyNamed(amount, active).key
  const position = Math.max(-1, ...all.map(metric => metric.position)) + 1
  const metric = { ...facts, amountKey, formula, position, id: newId(ctx.now) }
  await insertMetrics(tx, team.id, [metric])
  ctx.emit({ name: 'team.changed', teamId: team.id, payload: {} })
  const content = metricAdded(metric, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.added' })
  return metric
}

function refuseTaken(draft: MetricDraft, active: readonly Metric[], all: readonly Metric[]): void {
  const taken = nameTaken(active, namesOf(draft))
  if (taken) throw new UserError('metric-name-taken', nameIsTaken(taken.name, taken.by))
  const archived = findKey(all, draft.key)
  if (archived) throw new UserError('metric-archived', keyIsArchived(archived))
}

/** Only of what is there already, so a formula never comes back to itself. */
function formulaTyped(text: string, metrics: readonly Metric[]): Formula {
  const read = readFormula(text, metrics)
  if (!read.ok) throw new UserError(`metric-formula-${read.problem.kind}`, formulaProblem(read.problem, metrics))
  if (metricsIn(read.formula).length === 0) throw new UserError('metric-formula-constant', formulaNeedsMetric(metrics))
  return read.formula
}

function moneyNamed(name: string, metrics: readonly Metric[]): Metric {
  const metric = findMetric(metrics, name)
  if (!metric) throw new UserError('metric-unknown', unknownMetric(name, metrics))
  if (metric.unit !== 'money') throw new UserError('metric-not-money', notMoney(name))
  return metric
}
