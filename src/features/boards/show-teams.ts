import { UserError } from '../../base/errors.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext, type Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { quantised } from '../metrics/entry-changes.ts'
import { findKey } from '../metrics/metric.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { convertedIn, figureTogether } from '../metrics/money/amounts.ts'
import { type Converted, inItsCurrency } from '../metrics/money/conversion.ts'
import { refuseUnrated } from '../metrics/money/rate-words.ts'
import { readQuestion } from '../metrics/question.ts'
import { readAmounts } from '../metrics/read-figures.ts'
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
  const shown = inItsCurrency(metric, await everyMetricOf(tx, team.id), ownCurrency(team))
  for (const one of memberships) {
    const { figure = null, currency, converted = null } = (await figureIn(tx, one.team, metric, over)) ?? {}
    // What is missing in another team its own managers know.
    if (one.team.id === team.id) refuseUnrated(converted)
    if (figure === null || (metric.unit === 'money' && currency !== (shown.currency ?? ownCurrency(team)))) continue
    figures.push({ name: one.team.name, ...figure, converted })
  }
  const content = teamsContent(
    { metric: shown, period: over, figures, left: memberships.length - figures.length },
    lang,
  )
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'boards.teams' })
}

function mainMetric(team: Team, metrics: readonly Metric[]): Metric | null {
  const [first = null] = boardSettings(team).weekly.flatMap(key => findKey(metrics, key) ?? [])
  return first ?? metrics[0] ?? null
}

interface FigureIn {
  /** Null where there is none, or a rate is missing. */
  readonly figure: Omit<TeamFigure, 'name' | 'converted'> | null
  readonly currency: string
  readonly converted: Converted | null
}

/** What the metric of that key comes to in a team; null where it is not counted there, or nobody sells. */
async function figureIn(tx: Tx, team: Team, { key }: Metric, { from, to }: Period): Promise<FigureIn | null> {
  const all = await everyMetricOf(tx, team.id)
  const metric = findKey(all, key)
  const sellers = (await membersOf(tx, team)).filter(({ role }) => !atLeast(role, 'manager')).length
  if (metric === null || sellers === 0) return null
  const amounts = await readAmounts(tx, team, { metrics: [metric], all, from, to })
  const value = figureTogether(metric, all, amounts)
  const adds = metric.formula === null && metric.aggregation === 'sum'
  const own = ownCurrency(team)
  return {
    figure: value === null ? null : { value, sellers, each: adds ? quantised(value / sellers) : value },
    currency: inItsCurrency(metric, all, own).currency ?? own,
    converted: convertedIn(metric, all, amounts),
  }
}
