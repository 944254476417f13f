import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** The questions about a member's figures, and those that they asked. Why somebody else asked is that one's own. */
export async function keepsOfDisputes(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const where = { teamId: team.id, OR: [{ memberId }, { askedBy: memberId }] }
  const count = await tx.dispute.count({ where })
  if (count === 0) return []
  return [
    {
      title: { zh: '异议', en: 'Disputed figures' },
      gist: { zh: `${count} 条`, en: String(count) },
      async records() {
        const rows = await tx.dispute.findMany({ where, orderBy: { number: 'asc' } })
        return rows.map(({ number, from, to, shown, proposed, reason, askedBy, state, answer, askedAt }) => ({
          ...{ number, from, to, state, answer },
          reason: askedBy === memberId ? reason : null,
          shown: shown?.toNumber() ?? null,
          proposed: proposed?.toNumber() ?? null,
          askedAt: askedAt.toISOString(),
        }))
      },
    },
  ]
}
