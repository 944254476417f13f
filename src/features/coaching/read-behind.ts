import { toLocal } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { currentPaces } from '../targets/current.ts'
import type { TargetPace } from '../targets/read-paces.ts'
import { targetKinds } from '../targets/target.ts'
import { workingDays } from '../targets/working-days.ts'
import { leavesOf } from '../team/leaves.ts'
import { membersOf, type TeamMember } from '../team/members.ts'

/** A member who has been behind an own target for some workdays. */
export interface Behind {
  readonly member: TeamMember
  readonly pace: TargetPace
  /** Workdays in a row, to the last one that is over. */
  readonly days: number
}

/** Whoever has been behind for that long, each with the one target that matters most. */
export async function readBehind(tx: Tx, team: Team, now: Date, least: number): Promise<readonly Behind[]> {
  const today = toLocal(now, team.zone).date
  const members = await membersOf(tx, team, today)
  const memberIds = members.map(({ memberId }) => memberId)
  const paces = await currentPaces(tx, team, members, now)
  const earliest = paces.map(({ behindSince }) => behindSince ?? today).toSorted()[0] ?? today
  const leaves = await leavesOf(tx, memberIds, earliest, today)
  const behind = paces.flatMap((pace): Behind[] => {
    const member = members.find(({ memberId }) => memberId === pace.target.memberId)
    if (!member || pace.behindSince === null) return []
    const own = { ...member, leaves: leaves.get(member.memberId) ?? [] }
    const worked = workingDays(own, pace.behindSince, today)
    const days = worked.filter(({ date }) => date < today).length
    // Whoever is away today is not troubled with it.
    return days >= least && worked.length > days ? [{ member, pace, days }] : []
  })
  return [...Map.groupBy(behind, ({ member }) => member.memberId).values()].flatMap(
    theirs => theirs.toSorted(byWeight)[0] ?? [],
  )
}

/** Results before activities; then the longer period, since a bad week is still mended within a month. */
function byWeight(one: Behind, other: Behind): number {
  const weight = ({ pace: { metric, target } }: Behind) =>
    (metric.kind === 'result' ? 0 : targetKinds.length) + targetKinds.indexOf(target.kind)
  return weight(one) - weight(other) || other.days - one.days
}
