import type { Lang } from '../../base/words.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Zone } from '../../calendar/zone.ts'
import type { Team, TeamContext } from '../../context.ts'
import { withOfficial } from './official-days.ts'
import { updateTeam } from './store.ts'
import { teamChanged } from './words/settings.ts'

/** Changes the team itself; schedules follow. Answers the team as it is now; `ctx.team` still shows it as it was. */
export async function changeTeam(
  ctx: TeamContext,
  change: { readonly name?: string; readonly zone?: Zone; readonly lang?: Lang; readonly calendar?: WorkCalendar },
): Promise<Team> {
  await updateTeam(ctx.tx, ctx.team.id, change)
  ctx.emit({ name: 'team.changed', teamId: ctx.team.id, payload: {} })
  const entry = { what: 'team.changed', words: teamChanged, about: null, by: ctx.actor?.personId ?? null }
  ctx.note({ ...entry, detail: { changed: Object.keys(change).join(' ') } })
  const calendar = withOfficial(change.calendar ?? ctx.team.calendar, ctx.team.calendar.official)
  return { ...ctx.team, ...change, calendar }
}
