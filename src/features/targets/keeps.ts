import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'

/** Every target that a member ever had or was offered, with its trail. */
export async function keepsOfTargets(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const where = { teamId: team.id, memberId }
  const count = await tx.target.count({ where })
  if (count === 0) return []
  return [
    {
      title: { zh: '我的目标', en: 'My targets' },
      gist: { zh: `${count} 个，换过的也算`, en: `${count}, replaced ones included` },
      async records() {
        const steps = { orderBy: { id: 'asc' } } as const
        const rows = await tx.target.findMany({ where, orderBy: { id: 'asc' }, include: { steps } })
        const keys = new Map((await everyMetricOf(tx, team.id)).map(({ id, key }) => [id, key]))
        return rows.map(({ metricId, kind, from, to, value, state, reason, steps }) => ({
          ...{ kind, from, to, state, reason },
          metric: keys.get(metricId) ?? metricId,
          value: value.toNumber(),
          trail: steps.map(step => ({ state: step.state, at: step.at.toISOString() })),
        }))
      },
    },
  ]
}
