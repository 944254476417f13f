import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { inItsCurrency } from '../metrics/money/conversion.ts'
import { theMember } from '../team/member-errors.ts'
import { findMember, membersOf, type TeamMember } from '../team/members.ts'
import type { About } from './request.ts'
import { isTargetKind, type TargetSlot } from './target.ts'
import { noSuchDay, unclear, unsuitedPeriod, whichMetric } from './words/refusals.ts'

/** What every word about targets is read against. */
export interface Scene {
  readonly today: LocalDate
  readonly members: readonly TeamMember[]
  /** Each with the currency of its figures, which is that of its targets. */
  readonly metrics: readonly Metric[]
  readonly me: TeamMember
  readonly isManager: boolean
}

export async function sceneOf({ tx, team, now, actor }: MemberContext): Promise<Scene> {
  const members = await membersOf(tx, team)
  const me = members.find(({ memberId }) => memberId === actor.memberId)
  if (!me) throw new Error('whoever acts in a team is a member of it')
  const today = toLocal(now, team.zone).date
  const all = await everyMetricOf(tx, team.id)
  const shown = await shownMetricsOf(tx, team.id)
  const metrics = shown.map(metric => inItsCurrency(metric, all, ownCurrency(team)))
  return { today, members, me, metrics, isManager: atLeast(actor.role, 'manager') }
}

/**
 * Whose target is meant; null for the team's own. Throws UserError for a name that nobody has: what has digits in it is more
 * likely a number or a time that was not understood.
 */
export function whoseIn({ members, me }: Scene, { who }: Pick<About, 'who'>): TeamMember | null {
  if (who === null) return me
  if (who.kind === 'team') return null
  const found = findMember(members, who.name)
  if (found.kind === 'none' && /\d/.test(who.name)) throw new UserError('target-unclear', unclear(who.name))
  return theMember(found, who.name)
}

/** The metric that was named. Throws UserError where none was. */
export function metricIn({ metrics }: Scene, { metric }: Pick<About, 'metric'>): Metric {
  if (metric) return metric
  throw new UserError('target-which-metric', whichMetric(metrics))
}

/** The days that were named, else this month. Throws UserError for a day that does not exist and for any other stretch. */
export function daysIn(
  { today }: Scene,
  about: Pick<About, 'period' | 'noSuchDay'>,
): Pick<TargetSlot, 'kind' | 'from' | 'to'> {
  if (about.noSuchDay !== null) throw new UserError('target-no-such-day', noSuchDay(about.noSuchDay))
  const { kind, from, to }: Period = about.period ?? periodOf('month', today)
  if (isTargetKind(kind)) return { kind, from, to }
  // The part of a week that belongs to a month is written as a stretch of days.
  if (periodOf('week', from).to >= to) return { kind: 'week', from, to }
  throw new UserError('target-period-unsuited', unsuitedPeriod)
}
