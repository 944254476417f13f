import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** The thanks that a member got and gave, also those taken back. */
export async function keepsOfKudos({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const got = await tx.kudos.count({ where: { receiverId: memberId } })
  const given = await tx.kudos.count({ where: { giverId: memberId } })
  if (got + given === 0) return []
  return [
    {
      title: { zh: '表扬', en: 'Thanks' },
      gist: { zh: `收到 ${got} 次，给出 ${given} 次`, en: `${got} got, ${given} given` },
      async records() {
        const rows = await tx.kudos.findMany({
          where: { OR: [{ receiverId: memberId }, { giverId: memberId }] },
          orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
        })
        return rows.map(({ giverId, reason, tags, date, withdrawnAt }) => ({
          ...{ reason, tags, date },
          isGiven: giverId === memberId,
          isWithdrawn: withdrawnAt !== null,
        }))
      },
    },
  ]
}
