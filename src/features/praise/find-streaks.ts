import { whetherExpected } from '../rounds/expected.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import type { Occasion } from './occasion.ts'
import type { Praise } from './praise.ts'
import { givenInTime, givenKey, type PastRound, reportRoundsBy } from './round-store.ts'
import { streaksSince } from './store.ts'
import { type History, marks, mayBeLonger, streakOf } from './streak.ts'

/** How far back is looked: most runs are short, and only of those who were always in time more is read. */
const depths: readonly number[] = [30, 120, 2 * (marks.at(-1) ?? 0)]

export async function findStreaks(occasion: Occasion): Promise<readonly Praise[]> {
  const praises: Praise[] = []
  let waiting = occasion.members
  for (const depth of depths) {
    const histories = await historiesOf(occasion, waiting, depth)
    const known = histories.filter(history => !mayBeLonger(history))
    praises.push(...(await praisesIn(occasion, known)))
    const longer = new Set(histories.filter(mayBeLonger).map(({ memberId }) => memberId))
    waiting = waiting.filter(({ memberId }) => longer.has(memberId))
    if (waiting.length === 0) break
  }
  return praises
}

async function praisesIn({ tx, team, from }: Occasion, histories: readonly History[]): Promise<readonly Praise[]> {
  const starts = histories.flatMap(({ rounds }) => rounds[0]?.date ?? [])
  const [since] = starts.sort()
  if (since === undefined) return []
  const memberIds = histories.map(({ memberId }) => memberId)
  const said = await streaksSince(tx, team.id, memberIds, since)
  return histories.flatMap(history => streakOf(history, from, said) ?? [])
}

async function historiesOf(
  { tx, team, at, today }: Occasion,
  members: readonly TeamMember[],
  depth: number,
): Promise<readonly History[]> {
  const rounds = await reportRoundsBy(tx, team.id, { date: today, moment: at }, depth)
  const first = rounds[0]?.date
  if (first === undefined) return []
  const memberIds = members.map(({ memberId }) => memberId)
  const leaves = await leavesOf(tx, memberIds, first, today)
  const given = await givenInTime(tx, rounds, memberIds)
  const isExpected = (member: TeamMember, round: PastRound) =>
    whetherExpected(round.definition, round, team.zone, member, leaves.get(member.memberId) ?? []) === 'expected'
  return members.map(member => ({
    memberId: member.memberId,
    rounds: rounds
      .filter(round => isExpected(member, round))
      .map(({ id, date }) => ({ date, onTime: given.has(givenKey(member.memberId, id)) })),
    whole: rounds.length < depth || member.joinedOn >= first,
  }))
}
