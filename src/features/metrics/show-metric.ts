import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { nameOfPerson } from '../team/members.ts'
import { metricCard } from './card-words.ts'
import { findMetric } from './metric.ts'
import { ownCurrency } from './metric-settings.ts'
import { howToAsk } from './refusals.ts'
import { readMetrics } from './store/catalogue.ts'
import { readChanges } from './store/changes.ts'

/** The latest changes that are listed. */
const MOST_CHANGES = 10

/** Shows the asker one metric: what it is, and who changed what about it when. */
export async function showMetric(ctx: MemberContext, name: string): Promise<void> {
  const { tx, team, lang } = ctx
  const all = await readMetrics(tx, team.id, 'all')
  const active = await readMetrics(tx, team.id, 'active')
  const metric = findMetric(active, name) ?? findMetric(all, name)
  if (!metric) throw new UserError('metric-unclear', howToAsk)
  const changes = []
  for (const change of await readChanges(tx, metric.id, MOST_CHANGES))
    changes.push({ ...change, by: (await nameOfPerson(tx, team.id, change.changedBy)) ?? '' })
  const isArchived = !active.some(({ id }) => id === metric.id)
  const content = metricCard({ metric, all, changes, isArchived, own: ownCurrency(team) }, team.zone, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.metric' })
}
