import { slotsOf, timingSchema } from '../../calendar/timing.ts'
import type { Team } from '../../context.ts'
import { features } from '../../features/index.ts'
import type { Tx } from '../../store/transaction.ts'
import { repeated, type Verdict, without } from './verdict.ts'

interface Span {
  readonly start: Date
  readonly end: Date
}

/** Single moments leave no schedule from which they could be counted out anew: of these it is judged that each came once. */
const singly: ReadonlySet<string> = new Set(
  features.flatMap(({ jobs = [] }) => jobs.flatMap(job => (job.moments ? [job.name] : []))),
)

/** The slots that a team's schedules name are counted out anew and compared with those that ran. */
export async function judgeSlots(db: Tx, team: Team, { start, end }: Span): Promise<Verdict> {
  const jobs = await db.scheduledJob.findMany({ where: { teamId: team.id } })
  const due = jobs.flatMap(({ job, arg, spec }) =>
    slotsOf(timingSchema.parse(spec), team.zone, team.calendar, start, end).map(
      ({ at }) => `${job} ${arg} ${at.toISOString()}`,
    ),
  )
  const rows = await db.slot.findMany({ where: { teamId: team.id } })
  const ran = rows.map(({ job, arg, at }) => `${job} ${arg} ${at.toISOString()}`)
  const scheduled = rows
    .filter(({ job }) => !singly.has(job))
    .map(({ job, arg, at }) => `${job} ${arg} ${at.toISOString()}`)
  const skipped = rows.filter(({ outcome }) => outcome !== 'ran').map(({ job, at }) => `${job} ${at.toISOString()}`)
  return {
    promise: { zh: '每个时点恰好一次', en: 'Every slot ran exactly once' },
    looked: due.length,
    offenders: [
      ...without(new Set(due), new Set(ran)).map(one => `never ran: ${one}`),
      ...without(new Set(scheduled), new Set(due)).map(one => `was not due: ${one}`),
      ...repeated(ran).map(one => `ran twice: ${one}`),
      ...skipped.map(one => `skipped: ${one}`),
    ],
  }
}
