import { addDays, daysBetween, type LocalDate } from '../../calendar/dates.ts'
import type { MemberContext } from '../../context.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { sumsOf } from '../metrics/entries.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { workerFor } from './check.ts'
import { figuresOver } from './read-history.ts'
import type { Scene } from './scene.ts'
import { type PeopleBasis, peopleWeights, sells } from './split-people.ts'
import { calendarWeights, type Part, partsOf } from './split-period.ts'
import type { SplitRequest } from './split-request.ts'
import type { Target, TargetKind } from './target.ts'
import { countDays, workingDays } from './working-days.ts'

/** A part of a target before it is known how much it is. */
export interface Share extends Part {
  /** Whose part it is; null for the team's. */
  readonly member: TeamMember | null
  readonly weight: number
}

/** By what a target was shared out. `no-history`: by history was asked for and there is none, so by days. */
export type Basis = PeopleBasis | 'calendar' | 'no-history' | 'by-hand'

interface Wanted {
  readonly whole: Target
  readonly owner: TeamMember | null
  readonly metric: Metric
  readonly into: TargetKind | 'people'
  readonly basis: SplitRequest['basis']
}

export async function sharesOf(
  ctx: MemberContext,
  scene: Scene,
  wanted: Wanted,
): Promise<{ readonly shares: readonly Share[]; readonly basis: Basis }> {
  const { into, basis } = wanted
  if (into !== 'people') return periodShares(ctx, wanted, into)
  const by = basis === null || basis === 'calendar' ? 'equal' : basis
  return { shares: await peopleShares(ctx, scene, wanted, by), basis: by }
}

async function periodShares(
  ctx: MemberContext,
  { whole, owner, metric, basis }: Wanted,
  into: TargetKind,
): Promise<{ readonly shares: readonly Share[]; readonly basis: Basis }> {
  const worker = await workerFor(ctx, owner, whole.from, whole.to)
  const parts = partsOf(whole, into, worker)
  const shares = (weights: readonly number[]) =>
    parts.map((part, at) => ({ ...part, member: owner, weight: weights[at] ?? 0 }))
  if (basis !== 'history') return { shares: shares(calendarWeights(parts, worker)), basis: 'calendar' }
  const slot = { team: ctx.team, metric, memberId: owner?.memberId ?? null }
  const last = await figuresOver(ctx.tx, slot, parts.map(lastYear))
  const weights = last.map(figure => (typeof figure === 'number' ? Math.max(0, figure) : 0))
  if (weights.every(weight => weight === 0)) {
    return { shares: shares(calendarWeights(parts, worker)), basis: 'no-history' }
  }
  return { shares: shares(weights), basis: 'history' }
}

/** The same days of the year before; the last of February may not be there, and the day before stands for it. */
function lastYear({ from, to }: Part): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: yearBefore(from), to: addDays(yearBefore(addDays(to, 1)), -1) }
}

function yearBefore(date: LocalDate): LocalDate {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0')
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`
}

/** As far back as people's own figures are compared. */
const COMPARED_DAYS = 91

async function peopleShares(
  { tx }: MemberContext,
  { members, today }: Scene,
  { whole, metric }: Wanted,
  basis: PeopleBasis,
): Promise<readonly Share[]> {
  const { kind, from, to } = whole
  const sellers = members.filter(sells)
  const memberIds = sellers.map(({ memberId }) => memberId)
  const leaves = await leavesOf(tx, memberIds, from, to)
  const compared = { from: addDays(today, -COMPARED_DAYS), to: addDays(today, -1) }
  const sums = await sumsOf(tx, { metricIds: [metric.id], memberIds, ...compared })
  const people = sellers.map(({ memberId, role, joinedOn, calendar }) => ({
    ...{ role, joinedOn },
    days: countDays(workingDays({ calendar, joinedOn, leaves: leaves.get(memberId) ?? [] }, from, to)),
    brought: sums.find(sum => sum.memberId === memberId)?.value ?? null,
  }))
  const middle = addDays(from, Math.floor(daysBetween(from, to) / 2))
  const weights = peopleWeights(people, basis, middle)
  return sellers.map((member, at) => ({ ...{ kind, from, to, member }, weight: weights[at] ?? 0 }))
}
