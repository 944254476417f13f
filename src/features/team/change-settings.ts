import type { Json } from '../../base/json.ts'
import type { Team, TeamContext } from '../../context.ts'
import { mergeSettings } from './store.ts'

/**
 * Changes a feature's own part of the team's settings: keys of `patch` replace those that are there, others stay. The
 * caller validates with the feature's schema. Answers the team as it is now; `ctx.team` still shows it as it was.
 */
export async function changeSettings(
  ctx: TeamContext,
  feature: string,
  patch: Readonly<Record<string, Json>>,
): Promise<Team> {
  const settings = await mergeSettings(ctx.tx, ctx.team.id, feature, JSON.stringify(patch))
  ctx.emit({ name: 'team.changed', teamId: ctx.team.id, payload: {} })
  return { ...ctx.team, settings }
}
