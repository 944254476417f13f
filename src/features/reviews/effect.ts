import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { onLeave } from '../../calendar/leave.ts'
import { workdaysBetween } from '../../calendar/workdays.ts'
import type { TeamContext } from '../../context.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { sumsOf } from '../metrics/entries.ts'
import { memberFigures, sourcesOf } from '../metrics/figures.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import type { Task } from './task.ts'

/** What a metric came to before a task was set and since; for each workday where a metric adds up. */
export interface Effect {
  readonly metric: Metric
  readonly perWorkday: boolean
  readonly before: number | null
  readonly after: number | null
}

/** Four weeks before show what was usual. */
const BEFORE_DAYS = 28

/** Null for a task that is to move no metric, or one that is gone. It says what came after, not what caused it. */
export async function effectOf(
  ctx: Pick<TeamContext, 'tx' | 'team'>,
  member: TeamMember,
  task: Pick<Task, 'metricKey' | 'startedOn' | 'doneOn'>,
  today: LocalDate,
): Promise<Effect | null> {
  const all = await everyMetricOf(ctx.tx, ctx.team.id)
  const metric = all.find(({ key }) => key === task.metricKey)
  if (!metric) return null
  const { startedOn, doneOn } = task
  const over = (from: LocalDate, to: LocalDate) => figureOver(ctx, member, { metric, all, from, to })
  return {
    metric,
    perWorkday: addsUp(metric),
    before: await over(addDays(startedOn, -BEFORE_DAYS), addDays(startedOn, -1)),
    after: await over(startedOn, doneOn ?? today),
  }
}

interface Stretch {
  readonly metric: Metric
  readonly all: readonly Metric[]
  readonly from: LocalDate
  readonly to: LocalDate
}

async function figureOver(
  { tx }: Pick<TeamContext, 'tx'>,
  { memberId, calendar, joinedOn }: TeamMember,
  { metric, all, from, to }: Stretch,
): Promise<number | null> {
  const metricIds = sourcesOf(metric, all).map(({ id }) => id)
  const sums = await sumsOf(tx, { metricIds, from, to, memberIds: [memberId] })
  const value = memberFigures(metric, all, sums)[0]?.value ?? null
  if (value === null || !addsUp(metric)) return value
  const leaves = (await leavesOf(tx, [memberId], from, to)).get(memberId) ?? []
  const days = workdaysBetween(calendar, from, to, 'usual-week').filter(
    date => date >= joinedOn && !onLeave(leaves, date),
  )
  return days.length === 0 ? null : Math.round((value / days.length) * 100) / 100
}

function addsUp({ unit, formula }: Metric): boolean {
  return unit !== 'percent' && formula === null
}
