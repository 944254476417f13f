import type { MemberContext } from '../../context.ts'
import { readMetrics } from './store/catalogue.ts'
import { metricList } from './words.ts'

/** Shows the asker what the team counts, and what it used to count. */
export async function listMetrics(ctx: MemberContext): Promise<void> {
  const active = await readMetrics(ctx.tx, ctx.team.id, 'active')
  const archived = await readMetrics(ctx.tx, ctx.team.id, 'archived')
  const content = metricList(active, archived, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.list' })
}
