import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'

/** Questions about a member's figures, and those that they asked. */
export async function keepsOfDisputes(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const where = { teamId: team.id, OR: [{ memberId }, { askedBy: memberId }] }
  const count = await tx.dispute.count({ where })
  if (count === 0) return []
  return [
    {
      title: { zh: '对数字的异议', en: 'Questions about figures' },
      gist: { zh: `${count} 条`, en: String(count) },
      async records() {
        const rows = await tx.dispute.findMany({ where, orderBy: { number: 'asc' } })
        const keys = new Map((await everyMetricOf(tx, team.id)).map(({ id, key }) => [id, key]))
        return rows.map(({ number, metricId, from, to, shown, proposed, reason, state, answer, askedAt, ...row }) => ({
          ...{ number, from, to, reason, state, answer },
          metric: keys.get(metricId) ?? metricId,
          shown: shown?.toNumber() ?? null,
          proposed: proposed?.toNumber() ?? null,
          aboutMe: row.memberId === memberId,
          askedByMe: row.askedBy === memberId,
          askedAt: askedAt.toISOString(),
        }))
      },
    },
  ]
}
