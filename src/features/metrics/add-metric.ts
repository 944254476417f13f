import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import type { MemberContext } from '../../context.ts'
import { addReady, bringIn, nextPosition, refuseTaken } from './add-ready.ts'
import { readDraft } from './draft.ts'
import { type Formula, metricsIn } from './formula/formula.ts'
import { readFormula } from './formula/read.ts'
import { findKey, findMetric, type Metric } from './metric.ts'
import { readyNamed } from './ready-metrics.ts'
import { draftProblem, formulaNeedsMetric, formulaProblem, notMoney, unknownMetric } from './refusals.ts'
import { lockCatalogue, readMetrics } from './store/catalogue.ts'

/** Gives the team one more metric. `words` is what was typed: names, then options; or the one name of a ready metric. */
export async function addMetric(ctx: MemberContext, words: readonly string[]): Promise<Metric> {
  const [name = '', ...more] = words
  const ready = more.length === 0 ? readyNamed(name) : null
  const known = await readMetrics(ctx.tx, ctx.team.id, 'all')
  return ready && !findKey(known, ready.key) ? addReady(ctx, ready) : addDrafted(ctx, words)
}

async function addDrafted(ctx: MemberContext, words: readonly string[]): Promise<Metric> {
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
  const metric = { ...facts, amountKey, formula, position: nextPosition(all), id: newId(ctx.now) }
  await bringIn(ctx, metric, [])
  return metric
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
