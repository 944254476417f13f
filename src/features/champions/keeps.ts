import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** What a member was named champion of. */
export async function keepsOfChampions(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const where = { teamId: team.id, winners: { array_contains: [{ memberId }] } }
  const count = await tx.champion.count({ where })
  if (count === 0) return []
  return [
    {
      title: { zh: '冠军', en: 'Champion of' },
      gist: { zh: `${count} 次`, en: String(count) },
      async records() {
        const rows = await tx.champion.findMany({ where, orderBy: [{ asOf: 'asc' }, { revision: 'asc' }] })
        return rows.map(({ metricKey, period, revision, value, proof }) => ({
          ...{ metric: metricKey, period, revision, proof },
          value: value.toNumber(),
        }))
      },
    },
  ]
}
