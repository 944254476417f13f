import type { LocalDate } from '../../calendar/dates.ts'
import type { ScheduleSpec } from '../../calendar/schedule.ts'
import { minutesOf, timeOf } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { type Cadence, leadOf } from '../forms/cadence.ts'
import { activeForms } from '../forms/store.ts'
import { ensureRound } from './store.ts'
import { occurrencesBetween } from './window.ts'

/** Makes the form's rounds about that day, so that they are there to be asked for; a form since switched off has none. */
export async function openRoundsOf(ctx: TeamContext, formId: string, date: LocalDate): Promise<void> {
  const form = (await activeForms(ctx.tx, ctx.team.id)).find(({ id }) => id === formId)
  if (!form) return
  const { zone, calendar } = ctx.team
  for (const occurrence of occurrencesBetween(form.definition, zone, calendar, date, date)) {
    await ensureRound(ctx.tx, ctx.team, form, occurrence)
  }
}

/**
 * When the rounds of a cadence open, as a schedule over the same days. Openings that no such schedule can name (cron, or
 * the day before) fall back to the due moments: such a round is made by its first answer, at the latest when it is due.
 */
export function openingSchedule(cadence: Cadence): ScheduleSpec {
  const { schedule } = cadence
  if ('cron' in schedule) return schedule
  const openings = [schedule.at].flat().map(due => minutesOf(due) - leadOf(cadence, due))
  if (openings.some(minutes => minutes < 0)) return schedule
  return { ...schedule, at: [...new Set(openings.map(timeOf))] }
}
