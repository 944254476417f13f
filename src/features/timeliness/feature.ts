import type { Feature } from '../feature.ts'
import { activeForms } from '../forms/store.ts'
import { countDue } from './count-due.ts'
import { recountLeave, recountReport } from './recount.ts'

/** Silent as it is, it may come two weeks late: a day that was never counted would be missing for good. Minutes. */
const GRACE = 14 * 24 * 60

/** Counts reports that were due and those given in time, where a team has the metrics for it (`/metric add timeliness`). */
export const timeliness: Feature = {
  name: 'timeliness',
  jobs: [
    {
      name: 'timeliness.due',
      what: { zh: '统计日报是否按时', en: 'Counting the reports that were due' },
      quiet: true,
      catchUp: { grace: GRACE, missed: 'all' },
      schedules: async (tx, team) =>
        (await activeForms(tx, team.id))
          .filter(({ kind }) => kind === 'report')
          .map(({ id, definition }) => ({ arg: id, spec: definition.cadence.schedule })),
      run: countDue,
    },
  ],
  reactions: [
    { on: 'leave.changed', run: recountLeave },
    { on: 'report.submitted', run: recountReport },
  ],
}
