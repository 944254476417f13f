import { addDays, daysBetween, earlier, type LocalDate } from '../../calendar/dates.ts'
import { type Period, previous } from '../../calendar/periods.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { MemberFigure } from '../metrics/figures.ts'
import type { Metric } from '../metrics/metric.ts'
import { readFigures } from '../metrics/read-figures.ts'
import { membersTargetsIn } from '../targets/store.ts'
import { countDays, workingDays } from '../targets/working-days.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import type { Basis, Yardsticks } from './basis.ts'
import { periodBefore } from './period-before.ts'

/** How many earlier periods are looked at for the own best one, by their kind: so the cost does not grow with history. */
export const LOOK_BACK: Readonly<Record<Period['kind'], number>> = {
  ...{ day: 20, week: 12, month: 12, quarter: 4, year: 2 },
  range: 4,
}

export interface Measured {
  readonly metric: Metric
  /** Every metric that its formula may come down to. */
  readonly all: readonly Metric[]
  readonly period: Period
  readonly members: readonly TeamMember[]
  /** The last day with figures. */
  readonly today: LocalDate
}

const nothing: Yardsticks = { workdays: new Map(), targets: new Map(), before: new Map(), bests: new Map() }

/** What members are measured by on that basis; the rest stays empty. */
export async function readYardsticks(tx: Tx, team: Team, basis: Basis, measured: Measured): Promise<Yardsticks> {
  switch (basis) {
    case 'figure':
      return nothing
    case 'per-workday':
      return { ...nothing, workdays: await workdaysOf(tx, measured) }
    case 'attainment':
      return { ...nothing, targets: await targetsOf(tx, team, measured) }
    case 'improvement':
      return { ...nothing, before: await soFarBefore(tx, team, measured) }
    case 'own-best':
      return { ...nothing, bests: await bestsOf(tx, team, measured) }
  }
}

async function workdaysOf(tx: Tx, { period: { from, to }, members, today }: Measured) {
  const end = earlier(to, today)
  const leaves = await leavesOf(
    tx,
    members.map(({ memberId }) => memberId),
    from,
    end,
  )
  const days = (member: TeamMember) =>
    countDays(workingDays({ ...member, leaves: leaves.get(member.memberId) ?? [] }, from, end))
  return new Map(members.map(member => [member.memberId, days(member)]))
}

export async function targetsOf(
  tx: Tx,
  team: Team,
  { metric, period }: Pick<Measured, 'metric' | 'period'>,
): Promise<ReadonlyMap<string, number>> {
  const targets = await membersTargetsIn(tx, team.id, period)
  const own = targets.filter(({ metricId }) => metricId === metric.id)
  return new Map(own.flatMap(({ memberId, value }) => (memberId === null ? [] : [[memberId, value] as const])))
}

/** The period before, as many days into it as this one is. Of what is counted, who has nothing then had 0. */
async function soFarBefore(tx: Tx, team: Team, { metric, all, period, members, today }: Measured) {
  const { from, to } = periodBefore(period, team.calendar)
  const days = daysBetween(period.from, earlier(period.to, today))
  // A period that is over is compared with the whole one before, which may be a day longer.
  const end = period.to > today ? earlier(to, addDays(from, days)) : to
  const figures = await figuresIn(tx, team, { metric, all, from, to: end })
  const none = metric.formula === null && metric.aggregation === 'sum' ? 0 : undefined
  return new Map(
    members.flatMap(({ memberId }) => {
      const value = figures.find(figure => figure.memberId === memberId)?.value ?? none
      return value === undefined ? [] : [[memberId, value] as const]
    }),
  )
}

async function bestsOf(tx: Tx, team: Team, { metric, all, period }: Measured) {
  const better = (one: number, other: number) =>
    metric.direction === 'less' ? Math.min(one, other) : Math.max(one, other)
  const bests = new Map<string, number>()
  let earlier = period
  for (let back = 0; back < LOOK_BACK[period.kind]; back++) {
    earlier = previous(earlier)
    const { from, to } = earlier
    for (const { memberId, value } of await figuresIn(tx, team, { metric, all, from, to }))
      bests.set(memberId, better(bests.get(memberId) ?? value, value))
  }
  return bests
}

/** Without a rate for every amount there is nothing to compare with. */
async function figuresIn(
  tx: Tx,
  team: Team,
  wanted: Parameters<typeof readFigures>[2],
): Promise<readonly MemberFigure[]> {
  const { figures, converted } = await readFigures(tx, team, wanted)
  return converted?.missing ? [] : figures
}
