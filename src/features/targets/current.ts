import { toLocal } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { TeamMember } from '../team/members.ts'
import { readTargetPaces, type TargetPace } from './read-paces.ts'
import { openTargets } from './store.ts'
import type { TargetKind } from './target.ts'
import { standing } from './target.ts'

/** How the members stand towards their own targets whose time is now; nobody is in it who has none. */
export async function currentPaces(
  tx: Tx,
  team: Team,
  members: readonly TeamMember[],
  now: Date,
): Promise<readonly TargetPace[]> {
  const today = toLocal(now, team.zone).date
  const memberIds = members.map(({ memberId }) => memberId)
  const open = await openTargets(tx, team.id, { endingFrom: today, memberIds })
  const targets = standing(open).filter(({ memberId, from }) => memberId !== null && from <= today)
  return readTargetPaces(tx, team, { targets, members, now })
}

/** What people steer by first: a month is near enough to act on and long enough to count. */
const steering: readonly TargetKind[] = ['month', 'week', 'quarter', 'day', 'year']

/** The one that says most: of what was just reported before all else, then by its time, then results before activities. */
export function mostRelevant(paces: readonly TargetPace[], reported: ReadonlySet<string>): TargetPace | null {
  const rank = ({ target, metric }: TargetPace) => [
    reported.has(metric.key) ? 0 : 1,
    steering.indexOf(target.kind),
    metric.kind === 'result' ? 0 : 1,
    metric.position,
  ]
  return paces.toSorted((one, other) => compareRanks(rank(one), rank(other)))[0] ?? null
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
