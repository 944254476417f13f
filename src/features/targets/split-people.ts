import { daysBetween, type LocalDate } from '../../calendar/dates.ts'
import type { Role } from '../../context.ts'

/** By what a team's target is shared out among its people. */
export const peopleBases = ['equal', 'role', 'tenure', 'history'] as const
export type PeopleBasis = (typeof peopleBases)[number]

/** What a share may depend on. */
export interface Sharer {
  readonly role: Role
  readonly joinedOn: LocalDate
  /** Days that they work in the period, leave taken off. */
  readonly days: number
  /** What they brought in the days that are compared; null for whoever has no figure. */
  readonly brought: number | null
}

/** Who leads others has half as much time to sell; a manager is not counted on to. */
const roleWeights: Readonly<Record<Role, number>> = { guest: 0, rep: 1, lead: 0.5, manager: 0, admin: 0 }

/** The days after which somebody counts in full, and what a beginner counts from the first day. */
const RAMP_DAYS = 90
const BEGINNER = 0.25

/**
 * One weight each. By all but history whoever is away for half of the days is asked for half as much; history shows by
 * itself what somebody brings, and whoever has none is taken for half of the average.
 */
export function peopleWeights(people: readonly Sharer[], basis: PeopleBasis, middle: LocalDate): readonly number[] {
  switch (basis) {
    case 'equal':
      return people.map(({ days }) => days)
    case 'role':
      return people.map(({ role, days }) => roleWeights[role] * days)
    case 'tenure':
      return people.map(({ joinedOn, days }) => tenureWeight(joinedOn, middle) * days)
    case 'history':
      return historyWeights(people)
  }
}

/** Rises evenly over the first 90 days, reckoned at the middle of the period. */
function tenureWeight(joinedOn: LocalDate, middle: LocalDate): number {
  return Math.min(1, Math.max(BEGINNER, daysBetween(joinedOn, middle) / RAMP_DAYS))
}

function historyWeights(people: readonly Sharer[]): readonly number[] {
  const known = people.flatMap(({ brought }) => (brought === null ? [] : Math.max(0, brought)))
  const average = known.reduce((sum, one) => sum + one, 0) / Math.max(1, known.length)
  return people.map(({ brought }) => (brought === null ? average / 2 : Math.max(0, brought)))
}

/** Who a team's target is shared out to: whoever sells. */
export function sells({ role }: Pick<Sharer, 'role'>): boolean {
  return roleWeights[role] > 0
}
