import type { MemberContext } from '../../context.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { addsUp } from './metric-rules.ts'
import { pastFigures } from './read-history.ts'
import type { Scene } from './scene.ts'
import { checkTarget } from './smart.ts'
import type { Target } from './target.ts'
import type { Checked } from './words/smart.ts'
import { countDays, type Worker, workingDays } from './working-days.ts'

interface Wanted extends Pick<Target, 'kind' | 'from' | 'to' | 'value'> {
  readonly member: TeamMember | null
  readonly metric: Metric
  readonly parent: Target | null
}

/** Holds a target against what was done before, what it is for and the days that are left. */
export async function checkWanted(ctx: MemberContext, { today, metrics }: Scene, wanted: Wanted): Promise<Checked> {
  const { tx, team } = ctx
  const { member, metric, kind, parent } = wanted
  const from = wanted.from < today ? today : wanted.from
  const worker = await workerFor(ctx, member, from, wanted.to)
  const slot = { team, metric, memberId: member?.memberId ?? null }
  const check = checkTarget({
    ...{ value: wanted.value, parent },
    lessIsBetter: metric.direction === 'less',
    past: await pastFigures(tx, slot, { kind, today, worker }),
    isPart: addsUp(metric) && parent?.metricId === metric.id,
    daysLeft: countDays(workingDays(worker, from, wanted.to)),
  })
  return { check, metric, kind, parentMetric: metrics.find(({ id }) => id === parent?.metricId) ?? null }
}

/** The member with their leave of those days; the team has none. */
export async function workerFor(
  { tx, team }: Pick<MemberContext, 'tx' | 'team'>,
  member: TeamMember | null,
  from: string,
  to: string,
): Promise<Worker> {
  if (!member) return { calendar: team.calendar }
  const leaves = (await leavesOf(tx, [member.memberId], from, to)).get(member.memberId) ?? []
  return { calendar: member.calendar, joinedOn: member.joinedOn, leaves }
}
