import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'

/** A member's own targets, with what became of each. */
export async function keepsOfTargets(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const count = await tx.target.count({ where: { memberId } })
  if (count === 0) return []
  return [
    {
      title: { zh: '目标', en: 'Targets' },
      gist: { zh: `${count} 个，改过的也算`, en: `${count}, with those replaced` },
      async records() {
        const keys = new Map((await everyMetricOf(tx, team.id)).map(({ id, key }) => [id, key]))
        const rows = await tx.target.findMany({
          where: { memberId },
          include: { steps: { orderBy: { id: 'asc' } } },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        })
        return rows.map(({ metricId, kind, from, to, value, state, reason, steps }) => ({
          ...{ kind, from, to, state, reason },
          metric: keys.get(metricId) ?? metricId,
          value: value.toNumber(),
          steps: steps.map(step => ({ state: step.state, at: step.at.toISOString() })),
        }))
      },
    },
  ]
}
