import { UserError } from '../../base/errors.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext, type Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { sumsOf } from '../metrics/entries.ts'
import { quantised } from '../metrics/entry-changes.ts'
import { figureOfAll, sourcesOf } from '../metrics/figures.ts'
import { findKey } from '../metrics/metric.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { readQuestion } from '../metrics/question.ts'
import { membershipsOf, membersOf } from '../team/members.ts'
import { boardSettings } from './board-settings.ts'
import { onlyOneTeam, type TeamFigure, teamsContent } from './team-words.ts'
import { boardUnclear, noMetrics } from './words.ts'

/**
 * Answers `/board teams`: the teams that the asker belongs to, beside each other, in private, since the others did not ask to
 * be compared. What adds up is taken for each person who sells, which is fair to small teams.
 */
export async function showTeams(ctx: MemberContext, asked: string): Promise<void> {
  const { tx, team, now, actor, lang } = ctx
  const memberships = await membershipsOf(tx, actor.personId)
  if (memberships.length < 2) throw new UserError('board-one-team', onlyOneTeam)
  const today = toLocal(now, team.zone).date
  const metrics = await shownMetricsOf(tx, team.id)
  const { metric: named, period = null, rest } = readQuestion(asked, metrics, today)
  if (rest !== '') throw new UserError('board-unclear', boardUnclear(rest, metrics))
  const metric = named ?? mainMetric(team, metrics)
  if (metric === null) throw new UserError('board-without-metrics', noMetrics)
  const over = period ?? periodOf('week', today)
  const figures: TeamFigure[] = []
  for (const one of memberships) {
    const figure = await figureIn(tx, one.team, metric, over)
    if (figure !== null && ownCurrency(one.team) === ownCurrency(team)) figures.push({ name: one.team.name, ...figure })
  }
  const content = teamsContent({ metric, period: over, figures, left: memberships.length - figures.length }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'boards.teams' })
}

function mainMetric(team: Team, metrics: readonly Metric[]): Metric | null {
  const [first = null] = boardSettings(team).weekly.flatMap(key => findKey(metrics, key) ?? [])
  return first ?? metrics[0] ?? null
}

/** What the metric of that key comes to in a team; null where there is none of it, or nobody who sells. */
async function figureIn(
  tx: Tx,
  team: Team,
  { key }: Metric,
  { from, to }: Period,
): Promise<Omit<TeamFigure, 'name'> | null> {
  const all = await everyMetricOf(tx, team.id)
  const metric = findKey(all, key)
  const sellers = (await membersOf(tx, team)).filter(({ role }) => !atLeast(role, 'manager')).length
  if (metric === null || sellers === 0) return null
  const metricIds = sourcesOf(metric, all).map(({ id }) => id)
  const value = figureOfAll(metric, all, await sumsOf(tx, { metricIds, from, to }))
  if (value === null) return null
  const adds = metric.formula === null && metric.aggregation === 'sum'
  return { value, sellers, each: adds ? quantised(value / sellers) : value }
}
