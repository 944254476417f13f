import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** Deals that the bell rang for, of the member or by them for somebody else, those taken back too. */
export async function keepsOfWins(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId, personId }: Subject,
): Promise<readonly Kept[]> {
  const where = { teamId: team.id, OR: [{ memberId }, { rungBy: personId }] }
  const count = await tx.win.count({ where })
  if (count === 0) return []
  return [
    {
      title: { zh: '喜报', en: 'Deals won' },
      gist: { zh: `${count} 单`, en: String(count) },
      async records() {
        const rows = await tx.win.findMany({ where, orderBy: [{ rungAt: 'asc' }, { id: 'asc' }] })
        return rows.map(({ customer, amount, note, date, state, rungAt, ...row }) => ({
          ...{ date, customer, note, state },
          amount: amount?.toNumber() ?? null,
          mine: row.memberId === memberId,
          rungByMe: row.rungBy === personId,
          at: rungAt.toISOString(),
        }))
      },
    },
  ]
}
