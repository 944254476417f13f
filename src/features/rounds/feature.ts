import type { Feature } from '../feature.ts'
import { activeForms } from '../forms/store.ts'
import { openingSchedule, openRoundsOf } from './open-rounds.ts'

/** Nothing is said when a round opens: asking is the nudges' part, with their manners. */
export const rounds: Feature = {
  name: 'rounds',
  jobs: [
    {
      name: 'rounds.open',
      what: { zh: '场次开始', en: 'A round opens' },
      quiet: true,
      catchUp: { grace: 24 * 60, missed: 'all' },
      schedules: async (tx, team) =>
        (await activeForms(tx, team.id)).map(form => ({
          arg: form.id,
          spec: openingSchedule(form.definition.cadence),
        })),
      run: (ctx, slot) => openRoundsOf(ctx, slot.arg, slot.date),
    },
  ],
}
