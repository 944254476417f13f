import { type Period, type PeriodKind, periodOf, rangeOf } from '../../calendar/periods.ts'

export const targetKinds = ['year', 'quarter', 'month', 'week', 'day'] as const satisfies readonly PeriodKind[]

/** From the coarse to the fine. */
export type TargetKind = (typeof targetKinds)[number]

/**
 * A target is proposed until the other side agrees: the person to what a manager asks, a manager to what the person offers
 * instead. What is accepted stands until another one is accepted in its place.
 */
export const targetStates = ['proposed', 'accepted', 'superseded', 'withdrawn'] as const
export type TargetState = (typeof targetStates)[number]

/** Where a target counts. `memberId` is null for the team's own. Both dates are included. */
export interface TargetSlot {
  readonly memberId: string | null
  readonly metricId: string
  readonly kind: TargetKind
  readonly from: string
  readonly to: string
}

export interface Target extends TargetSlot {
  readonly id: string
  readonly value: number
  readonly state: TargetState
  readonly reason: string | null
  /** The target that it serves or is a part of. */
  readonly parentId: string | null
  /** The person who said so first. */
  readonly createdBy: string
  readonly createdAt: Date
}

/** What became of a target. */
export interface TargetStep {
  readonly state: TargetState
  readonly by: string
  readonly at: Date
}

/** A week at the edge of a month may be a part of one, so it is not always a whole week. */
export function periodOfTarget({ kind, from, to }: Pick<TargetSlot, 'kind' | 'from' | 'to'>): Period {
  const whole = periodOf(kind, from)
  return whole.from === from && whole.to === to ? whole : rangeOf(from, to)
}

export function isTargetKind(kind: Period['kind']): kind is TargetKind {
  return kind !== 'range'
}

/** The targets that stand, one for each slot: the latest to be accepted. */
export function standing(targets: readonly Target[]): readonly Target[] {
  return latest(targets.filter(({ state }) => state === 'accepted'))
}

/** The proposals that wait for an answer, one for each slot. */
export function waiting(targets: readonly Target[]): readonly Target[] {
  return latest(targets.filter(({ state }) => state === 'proposed'))
}

/** Two memberships that became one may have brought two for one slot. */
function latest(targets: readonly Target[]): readonly Target[] {
  const bySlot = new Map<string, Target>()
  for (const target of targets.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    bySlot.set(slotKey(target), target)
  }
  return [...bySlot.values()]
}

export function slotKey({ memberId, metricId, from, to }: TargetSlot): string {
  return `${memberId ?? 'team'}:${metricId}:${from}:${to}`
}

/**
 * The target of the team that one in these days can serve: of the same metric, over the shortest stretch that holds them;
 * never itself.
 */
export function parentFor(teams: readonly Target[], slot: TargetSlot): Target | null {
  const holding = teams.filter(
    target =>
      target.memberId === null &&
      target.metricId === slot.metricId &&
      target.from <= slot.from &&
      slot.to <= target.to &&
      slotKey(target) !== slotKey(slot),
  )
  return holding.toSorted((one, other) => targetKinds.indexOf(other.kind) - targetKinds.indexOf(one.kind))[0] ?? null
}
