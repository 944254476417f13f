import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { onLeave } from '../../calendar/leave.ts'
import { workdaysBetween } from '../../calendar/workdays.ts'
import type { TeamContext } from '../../context.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { type Converted, inItsCurrency } from '../metrics/money/conversion.ts'
import { readFigures } from '../metrics/read-figures.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import type { Task } from './task.ts'

/** What a metric came to before a task was set and since; for each workday where a metric adds up. */
export interface Effect {
  readonly metric: Metric
  readonly perWorkday: boolean
  readonly before: number | null
  readonly after: number | null
  /** How amounts of several currencies came together, in either stretch. */
  readonly converted: Converted | null
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
  const before = await over(addDays(startedOn, -BEFORE_DAYS), addDays(startedOn, -1))
  const after = await over(startedOn, doneOn ?? today)
  return {
    metric: inItsCurrency(metric, all, ownCurrency(ctx.team)),
    perWorkday: addsUp(metric),
    ...{ before: before.value, after: after.value },
    converted: inEither(before.converted, after.converted),
  }
}

/** The rate that held when the later stretch began may stand in both. */
function inEither(before: Converted | null, after: Converted | null): Converted | null {
  if (before === null || after === null) return null
  const rates = new Map([...before.rates, ...after.rates].map(rate => [`${rate.currency} ${rate.date}`, rate]))
  return { into: after.into, rates: [...rates.values()], missing: before.missing ?? after.missing }
}

interface Stretch {
  readonly metric: Metric
  readonly all: readonly Metric[]
  readonly from: LocalDate
  readonly to: LocalDate
}

async function figureOver(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId, calendar, joinedOn }: TeamMember,
  { metric, all, from, to }: Stretch,
): Promise<{ readonly value: number | null; readonly converted: Converted | null }> {
  const { figures, converted } = await readFigures(tx, team, { metric, all, from, to, memberIds: [memberId] })
  const value = figures[0]?.value ?? null
  if (value === null || !addsUp(metric)) return { value, converted }
  const leaves = (await leavesOf(tx, [memberId], from, to)).get(memberId) ?? []
  const days = workdaysBetween(calendar, from, to, 'usual-week').filter(
    date => date >= joinedOn && !onLeave(leaves, date),
  )
  return { value: days.length === 0 ? null : Math.round((value / days.length) * 100) / 100, converted }
}

function addsUp({ unit, formula }: Metric): boolean {
  return unit !== 'percent' && formula === null
}
