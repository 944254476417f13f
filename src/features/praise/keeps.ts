import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** For what the team's rules praised a member. */
export async function keepsOfPraise(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  about: Subject,
): Promise<readonly Kept[]> {
  const where = { teamId: team.id, memberId: about.memberId }
  const count = await tx.praise.count({ where })
  if (count === 0) return []
  return [
    {
      title: { zh: '自动表扬', en: 'Praise by rule' },
      gist: { zh: `${count} 次`, en: String(count) },
      async records() {
        const rows = await tx.praise.findMany({ where, orderBy: [{ on: 'asc' }, { id: 'asc' }] })
        return rows.map(({ rule, subject, on }) => ({ rule, subject, on }))
      },
    },
  ]
}
