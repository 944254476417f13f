import type { Period } from '../../calendar/periods.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { membersAt, readBoard } from '../boards/read-board.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { madeOf } from '../metrics/figures.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { mixesCurrencies } from '../metrics/money/conversion.ts'
import type { Rule, Verdict } from './award.ts'
import { ledgerOf, proofOf } from './ledger.ts'
import { holdEntries, lastEntryId, ledgerEntries } from './store.ts'

/** Who is first on the board of that period as it stands at that moment, with the proof of it; null without any value. */
export async function workOut(tx: Tx, team: Team, metric: Metric, period: Period, asOf: Date): Promise<Verdict | null> {
  // Its figures rest on rates, which the proof does not hold.
  if (mixesCurrencies(metric, await everyMetricOf(tx, team.id), ownCurrency(team))) return null
  await holdEntries(tx)
  const board = await readBoard(tx, team, { metric, period, until: asOf, sums: 'then' })
  const first = board.rows.filter(({ rank }) => rank === 1)
  const [{ value } = { value: null }] = first
  if (value === null) return null
  const facts = {
    ...{ metricKey: metric.key, period, value, asOf },
    rule: await ruleFor(tx, team, metric, period, asOf),
    winners: first.map(({ memberId, name }) => ({ memberId, name })),
    lastEntryId: await lastEntryId(tx),
  }
  return { ...facts, proof: proofOf(await readLedger(tx, facts)) }
}

/** The canonical export of an award, from the entries as they are kept. */
export async function readLedger(tx: Tx, facts: Omit<Verdict, 'proof'>): Promise<readonly string[]> {
  return ledgerOf(facts, await ledgerEntries(tx, facts))
}

async function ruleFor(tx: Tx, team: Team, metric: Metric, period: Period, asOf: Date): Promise<Rule> {
  const all = metric.formula === null ? [metric] : await everyMetricOf(tx, team.id)
  const members = await membersAt(tx, team, period, asOf)
  return {
    version: 1,
    direction: metric.direction === 'less' ? 'least' : 'most',
    metrics: madeOf(metric, all).map(({ id, key, aggregation, formula }) => ({ id, key, aggregation, formula })),
    members: members.map(({ memberId, name }) => ({ memberId, name })),
  }
}
