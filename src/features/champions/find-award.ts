import { UserError } from '../../base/errors.ts'
import type { MemberContext, Team } from '../../context.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { findKey } from '../metrics/metric.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { inItsCurrency } from '../metrics/money/conversion.ts'
import type { Award } from './award.ts'
import { championSettings } from './champion-settings.ts'
import { noSuchAward } from './refusals.ts'
import type { Which } from './request.ts'
import { awardsOf } from './store.ts'

export interface Found {
  readonly award: Award
  readonly metric: Metric
}

/** The award that is meant; of several of a period the one whose metric the team names first. Throws UserError for none. */
export async function findAward({ tx, team }: MemberContext, { metric, period }: Which): Promise<Found> {
  const awards = await withMetrics({ tx, team }, await awardsOf(tx, team.id, period))
  const { metrics, at } = championSettings(team)
  const place = ({ award }: Found) =>
    metrics.includes(award.metricKey) ? metrics.indexOf(award.metricKey) : metrics.length
  const [found] = awards
    .filter(({ award }) => metric === null || award.metricKey === metric.key)
    .toSorted((one, other) => place(one) - place(other))
  if (!found) throw new UserError('champion-none', noSuchAward(metric, period, at))
  return found
}

/** Each with its metric, archived or not, in the currency of the award. */
export async function withMetrics(
  { tx, team }: Pick<MemberContext, 'tx' | 'team'>,
  awards: readonly Award[],
): Promise<readonly Found[]> {
  const all = await everyMetricOf(tx, team.id)
  return awards.flatMap(award => {
    const metric = findKey(all, award.metricKey)
    return metric ? [{ award, metric: inAwarded(award, metric, all, team) }] : []
  })
}

/** With the currency that the award was decided in, which is the team's own if nothing else is said. */
export function inAwarded(
  { rule: { conversion } }: Pick<Award, 'rule'>,
  metric: Metric,
  all: readonly Metric[],
  team: Team,
): Metric {
  const own = ownCurrency(team)
  if (conversion === undefined) return inItsCurrency(metric, all, own)
  return { ...metric, currency: conversion.into === own ? null : conversion.into }
}
