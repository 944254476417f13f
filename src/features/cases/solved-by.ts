import { addDays } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'

/** What a member has solved: how many cases, and the latest of them. */
export interface Solved {
  readonly times: number
  readonly latest: readonly { readonly number: number; readonly title: string }[]
}

/** The cases that a member solved in a period. Those that were said to managers alone are left out. */
export async function solvedBy(
  tx: Tx,
  team: Pick<Team, 'id' | 'zone'>,
  {
    memberId,
    period: { from, to },
    most,
  }: { readonly memberId: string; readonly period: Period; readonly most: number },
): Promise<Solved> {
  const closedAt = { gte: toInstant(from, '00:00', team.zone), lt: toInstant(addDays(to, 1), '00:00', team.zone) }
  const where = { teamId: team.id, state: 'solved', kind: 'problem', closedBy: memberId, closedAt }
  const open = { ...where, audience: { not: 'managers' } }
  const latest = await tx.case.findMany({ where: open, orderBy: { closedAt: 'desc' }, take: most })
  return { times: await tx.case.count({ where: open }), latest: latest.map(({ number, title }) => ({ number, title })) }
}
