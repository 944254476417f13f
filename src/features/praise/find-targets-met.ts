import { sumsOf } from '../metrics/entries.ts'
import { openTargets } from '../targets/store.ts'
import { standing } from '../targets/target.ts'
import type { Occasion } from './occasion.ts'
import type { Praise } from './praise.ts'
import { type TargetDone, targetsMet } from './target.ts'

/** Of the targets that have just ended or have not yet, and of what adds up: a rate may still fall until the period is over. */
export async function findTargetsMet({
  tx,
  team,
  members,
  metrics,
  from,
  today,
}: Occasion): Promise<readonly Praise[]> {
  const memberIds = members.map(({ memberId }) => memberId)
  const targets = standing(await openTargets(tx, team.id, { endingFrom: from, memberIds })).filter(
    ({ memberId, from: begins }) => memberId !== null && begins <= today,
  )
  const done: TargetDone[] = []
  for (const same of Map.groupBy(targets, target => `${target.from} ${target.to}`).values()) {
    const [first] = same
    if (!first) continue
    const metricIds = [...new Set(same.map(({ metricId }) => metricId))]
    const sums = await sumsOf(tx, { metricIds, memberIds, from: first.from, to: first.to < today ? first.to : today })
    for (const target of same) {
      const metric = metrics.find(({ id }) => id === target.metricId)
      const sum = sums.find(({ metricId, memberId }) => metricId === target.metricId && memberId === target.memberId)
      if (metric && sum) done.push({ target, metric: metric.key, done: sum.value })
    }
  }
  return targetsMet(done, today)
}
