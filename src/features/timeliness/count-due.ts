import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { activeForms } from '../forms/store.ts'
import { countsAny, keepCounts } from '../metrics/keep-counts.ts'
import { ensureRound } from '../rounds/store.ts'
import { occurrencesBetween } from '../rounds/window.ts'
import { membersOf } from '../team/members.ts'
import { countedKeys, countsOf } from './count.ts'
import { readDue } from './read-due.ts'

/** Counts, for everybody who was to answer it, the round that is due in this slot; only in teams that want it. */
export async function countDue(ctx: TeamContext, { arg, at, date }: SlotRun): Promise<void> {
  const { tx, team } = ctx
  if (!(await countsAny(ctx, countedKeys))) return
  const form = (await activeForms(tx, team.id)).find(({ id }) => id === arg)
  if (!form) return
  const occurrences = occurrencesBetween(form.definition, team.zone, team.calendar, date, date)
  const occurrence = occurrences.find(({ dueAt }) => dueAt.getTime() === at.getTime())
  if (!occurrence) return
  // Nobody may have opened or answered it.
  await ensureRound(tx, team, form, occurrence)
  const members = await membersOf(tx, team, date)
  const due = await readDue(tx, team, members, { from: date, to: date, until: at })
  await keepCounts(ctx, countsOf(due, members))
}
