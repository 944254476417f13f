import type { Period } from '../../calendar/periods.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { membersAt, readBoard } from '../boards/read-board.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { madeOf } from '../metrics/figures.ts'
import { type Converted, foreignTo } from '../metrics/money/conversion.ts'
import type { Rule, Verdict } from './award.ts'
import { ledgerOf, proofOf } from './ledger.ts'
import { holdEntries, lastEntryId, ledgerEntries } from './store.ts'

/**
 * Who is first on the board of that period as it stands at that moment, with the proof of it; null without any value. Throws
 * UserError where a rate is missing.
 */
export async function workOut(tx: Tx, team: Team, metric: Metric, period: Period, asOf: Date): Promise<Verdict | null> {
  await holdEntries(tx)
  const board = await readBoard(tx, team, { metric, period, until: asOf, sums: 'then' })
  const first = board.rows.filter(({ rank }) => rank === 1)
  const [{ value } = { value: null }] = first
  if (value === null) return null
  const facts = {
    ...{ metricKey: metric.key, period, value, asOf },
    rule: await ruleFor(tx, team, { metric, period, asOf, converted: board.converted }),
    winners: first.map(({ memberId, name }) => ({ memberId, name })),
    lastEntryId: await lastEntryId(tx),
  }
  return { ...facts, proof: proofOf(await readLedger(tx, facts)) }
}

/** The canonical export of an award, from the entries as they are kept. */
export async function readLedger(tx: Tx, facts: Omit<Verdict, 'proof'>): Promise<readonly string[]> {
  return ledgerOf(facts, await ledgerEntries(tx, facts))
}

interface Decided {
  readonly metric: Metric
  readonly period: Period
  readonly asOf: Date
  readonly converted: Converted | null
}

async function ruleFor(tx: Tx, team: Team, { metric, period, asOf, converted }: Decided): Promise<Rule> {
  const all = metric.formula === null ? [metric] : await everyMetricOf(tx, team.id)
  const members = await membersAt(tx, team, period, asOf)
  return {
    version: converted === null ? 1 : 2,
    direction: metric.direction === 'less' ? 'least' : 'most',
    metrics: madeOf(metric, all).map(({ id, key, aggregation, formula }) => ({ id, key, aggregation, formula })),
    members: members.map(({ memberId, name }) => ({ memberId, name })),
    ...(converted && { conversion: conversionOf(metric, all, converted) }),
  }
}

function conversionOf(metric: Metric, all: readonly Metric[], { into, rates }: Converted): Rule['conversion'] {
  const keys = new Map(all.map(({ id, key }) => [id, key]))
  return {
    into,
    foreign: foreignTo(metric, all, into).map(({ metricId, currency }) => ({
      key: keys.get(metricId) ?? '',
      currency,
    })),
    rates: rates.map(({ currency, date, rate }) => ({ currency, date, rate })),
  }
}
