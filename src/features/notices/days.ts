import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import type { Days } from './ladder.ts'
import { noticeSettings } from './notice-settings.ts'

/** When each of them is at work from now to that moment, by member id. */
export async function daysOfEach(
  { tx, team, now }: Pick<TeamContext, 'tx' | 'team' | 'now'>,
  members: readonly TeamMember[],
  until: Date,
): Promise<ReadonlyMap<string, Days>> {
  const { zone } = team
  const { hours, askAt } = noticeSettings(team)
  const ids = members.map(({ memberId }) => memberId)
  const leaves = await leavesOf(tx, ids, toLocal(now, zone).date, toLocal(until, zone).date)
  return new Map(
    members.map(({ memberId, calendar }) => [
      memberId,
      { zone, calendar, hours, askAt, leaves: leaves.get(memberId) ?? [] },
    ]),
  )
}
