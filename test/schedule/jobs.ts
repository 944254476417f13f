import type { CatchUpPolicy } from '../../src/calendar/catch-up.ts'
import type { ScheduleSpec } from '../../src/calendar/schedule.ts'
import type { Feature, Job } from '../../src/features/feature.ts'
import { type House, says } from '../house.ts'

interface JobOptions {
  readonly at?: string | readonly string[]
  readonly catchUp?: CatchUpPolicy
  readonly quiet?: true
  /** Throws after it said its words. */
  readonly broken?: () => boolean
}

/** Says its name and its slot's time in the team's groups, every day. */
export function sayingJob(name: string, options: JobOptions = {}): Job {
  const { at = '10:00', catchUp = { grace: 60, missed: 'latest' }, broken = () => false } = options
  const spec: ScheduleSpec = { every: 'day', at: typeof at === 'string' ? at : [...at] }
  return {
    name: `probe.${name}`,
    what: { zh: name, en: name },
    ...(options.quiet && { quiet: options.quiet }),
    catchUp,
    schedules: async () => [{ arg: '', spec }],
    async run(ctx, slot) {
      const words = `${name} ${slot.at.toISOString().slice(5, 16)}`
      ctx.say({ to: { team: ctx.team.id }, content: says(words), lane: 'digest', purpose: `probe.${name}`, key: words })
      if (broken()) throw new Error(`${name} is broken`)
    },
  }
}

export const feature = (...jobs: readonly Job[]): Feature => ({ name: 'probe', jobs })

/** The slots that were claimed, as `job MM-DDTHH:MM outcome reason`, in the order of their time. */
export async function slotsOf({ store }: House): Promise<string[]> {
  const rows = await store.prisma.slot.findMany({ orderBy: [{ at: 'asc' }, { job: 'asc' }] })
  return rows.map(({ job, at, outcome, reason }) =>
    [job.replace('probe.', ''), at.toISOString().slice(5, 16), outcome, reason].filter(Boolean).join(' '),
  )
}
