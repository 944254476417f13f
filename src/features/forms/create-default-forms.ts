import type { LocalTime } from '../../calendar/dates.ts'
import { minutesOf, timeOf } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { settingsOf } from '../setting.ts'
import { type TeamSettings, teamSettingsSchema } from '../team/team-settings.ts'
import { defaultForms } from './defaults.ts'
import type { FormDefinition } from './definition.ts'
import { addForm } from './store.ts'
import { changeTimes } from './times.ts'

/** How long before it is due a plan, and a report, may be given. Minutes. */
const planOpensBefore = 45
const reportOpensBefore = 120

/**
 * Gives a new team its plan and its report, due when its set-up says; whatever it already has stays as it is. The plan
 * closes when the report opens, and the report when the next plan opens, so every moment belongs to one of them.
 */
export async function createDefaultForms(tx: Tx, team: Team, now: Date): Promise<void> {
  const times = timesOf(settingsOf(team, 'team', teamSettingsSchema))
  for (const [key, form] of defaultForms) {
    const definition = form.kind === 'custom' ? form : timed(form, times[form.kind])
    await addForm(tx, { teamId: team.id, key, definition, now, by: null })
  }
}

interface Times {
  readonly opens: LocalTime
  readonly due: LocalTime
  readonly closes: { readonly at: LocalTime; readonly daysLater: number }
}

function timesOf({ planDue, reportDue }: TeamSettings): Readonly<Record<'plan' | 'report', Times>> {
  const planOpens = timeOf(minutesOf(planDue) - planOpensBefore)
  const reportOpens = timeOf(minutesOf(reportDue) - reportOpensBefore)
  return {
    plan: { opens: planOpens, due: planDue, closes: { at: reportOpens, daysLater: 0 } },
    report: { opens: reportOpens, due: reportDue, closes: { at: planOpens, daysLater: 1 } },
  }
}

function timed(form: FormDefinition, { opens, due, closes }: Times): FormDefinition {
  const changed = changeTimes(form.cadence, { opens, due: [due], closes })
  return changed.ok ? { ...form, cadence: changed.cadence } : form
}
