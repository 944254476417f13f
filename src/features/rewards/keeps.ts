import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** Every change of a member's points, and what they asked for. */
export async function keepsOfPoints({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const changes = await tx.pointEntry.count({ where: { memberId } })
  const wishes = await tx.redemption.count({ where: { memberId } })
  if (changes + wishes === 0) return []
  return [
    {
      title: { zh: '积分和兑换', en: 'Points and rewards' },
      gist: { zh: `${changes} 笔积分，${wishes} 次兑换`, en: `${changes} changes, ${wishes} redeemed` },
      async records() {
        const entries = await tx.pointEntry.findMany({ where: { memberId }, orderBy: { id: 'asc' } })
        const redeemed = await tx.redemption.findMany({ where: { memberId }, orderBy: { askedAt: 'asc' } })
        return [
          ...entries.map(({ delta, reason, at }) => ({ delta, reason, at: at.toISOString() })),
          ...redeemed.map(({ name, cost, state, askedAt }) => ({ name, cost, state, at: askedAt.toISOString() })),
        ]
      },
    },
  ]
}
