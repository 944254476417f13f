import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { everyMetricOf } from './catalogue.ts'
import { metricName } from './metric.ts'

/** Every value that was recorded of a member, corrected ones too. */
export async function keepsOfEntries(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const metrics = await everyMetricOf(tx, team.id)
  const groups = await tx.entry.groupBy({ by: ['metricId'], where: { memberId }, _count: true })
  const counts = metrics.flatMap(metric => {
    const found = groups.find(({ metricId }) => metricId === metric.id)
    return found ? [{ metric, count: found._count }] : []
  })
  const all = (lang: 'zh' | 'en') => counts.map(({ metric, count }) => `${metricName(metric, lang)} ${count}`)
  return [
    {
      title: { zh: '实绩（条数）', en: 'Entries' },
      gist: { zh: all('zh').join('、') || '没有', en: all('en').join(', ') || 'none' },
      async records() {
        const rows = await tx.entry.findMany({ where: { memberId }, orderBy: [{ date: 'asc' }, { id: 'asc' }] })
        const keys = new Map(metrics.map(({ id, key }) => [id, key]))
        return rows.map(({ id, metricId, date, value, source, reason, replaces, createdAt }) => ({
          ...{ date, source, reason },
          id: String(id),
          metric: keys.get(metricId) ?? metricId,
          value: value.toNumber(),
          corrects: replaces === null ? null : String(replaces),
          at: createdAt.toISOString(),
        }))
      },
    },
  ]
}
