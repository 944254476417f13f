import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** The deals for which the bell was rung for a member, also those taken back. */
export async function keepsOfWins({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const count = await tx.win.count({ where: { memberId } })
  if (count === 0) return []
  return [
    {
      title: { zh: '喜报', en: 'Deals rung' },
      gist: { zh: `${count} 单`, en: String(count) },
      async records() {
        const rows = await tx.win.findMany({ where: { memberId }, orderBy: { rungAt: 'asc' } })
        return rows.map(({ customer, amount, note, date, state, rungAt }) => ({
          ...{ customer, note, date, state },
          amount: amount?.toNumber() ?? null,
          at: rungAt.toISOString(),
        }))
      },
    },
  ]
}
