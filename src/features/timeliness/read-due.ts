import type { LocalDate } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { allForms, formVersion } from '../forms/store.ts'
import { onTimeIn } from '../reports/store.ts'
import { whetherExpected } from '../rounds/expected.ts'
import { dueRounds } from '../rounds/store.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import type { DueRound } from './count.ts'

/** The rounds of reports about those days that were due by `until`, for those members. */
export async function readDue(
  tx: Tx,
  team: Team,
  members: readonly TeamMember[],
  { from, to, until }: { readonly from: LocalDate; readonly to: LocalDate; readonly until: Date },
): Promise<readonly DueRound[]> {
  const forms = (await allForms(tx, team.id)).filter(({ kind }) => kind === 'report').map(({ id }) => id)
  const rounds = await dueRounds(tx, team.id, { formIds: forms, from, to, until })
  const memberIds = members.map(({ memberId }) => memberId)
  const leaves = await leavesOf(tx, memberIds, from, to)
  const onTime = await onTimeIn(
    tx,
    rounds.map(({ id }) => id),
    memberIds,
  )
  const versions = new Map<string, Awaited<ReturnType<typeof formVersion>>>()
  for (const { formId, version } of rounds) {
    const name = `${formId} ${version}`
    if (!versions.has(name)) versions.set(name, await formVersion(tx, formId, version))
  }
  return rounds.flatMap(round => {
    const definition = versions.get(`${round.formId} ${round.version}`)
    if (!definition) return []
    const isExpected = (member: TeamMember) =>
      whetherExpected(definition, round, team.zone, member, leaves.get(member.memberId) ?? []) === 'expected'
    return { date: round.date, expected: members.filter(isExpected), onTime: onTime.get(round.id) ?? new Set<string>() }
  })
}
