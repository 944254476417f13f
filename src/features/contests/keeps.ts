import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** The contests in which a member took part. */
export async function keepsOfContests(
  { tx }: Pick<TeamContext, 'tx'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const count = await tx.contestEntrant.count({ where: { memberId } })
  if (count === 0) return []
  return [
    {
      title: { zh: '竞赛', en: 'Contests' },
      gist: { zh: `参加 ${count} 次`, en: String(count) },
      async records() {
        const rows = await tx.contestEntrant.findMany({
          where: { memberId },
          include: { contest: true },
          orderBy: { contest: { createdAt: 'asc' } },
        })
        return rows.map(({ side, divisor, leftRound, contest: { name, from, to, state } }) => ({
          ...{ name, from, to, state, side, leftRound },
          divisor: divisor?.toNumber() ?? null,
        }))
      },
    },
  ]
}
