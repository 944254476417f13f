import { quantised } from '../metrics/entry-changes.ts'
import type { MemberFigure } from '../metrics/figures.ts'

/**
 * On what members are compared: the figure itself, what a workday brought, how much of the own target it is, how much more it
 * is than in the period before, or how much of the own best period.
 */
export const bases = ['figure', 'per-workday', 'attainment', 'improvement', 'own-best'] as const
export type Basis = (typeof bases)[number]

/** Member id → number; who is not in it has none. */
type ByMember = ReadonlyMap<string, number>

/** What each basis needs besides the figures. */
export interface Yardsticks {
  /** Workdays without leave, of the period so far. */
  readonly workdays: ByMember
  /** Own targets for the whole period. */
  readonly targets: ByMember
  /** The figures of the period before, as far into it as this one is by now. */
  readonly before: ByMember
  /** The best figures of earlier periods of that kind. */
  readonly bests: ByMember
}

/** Figures on a basis. Who has no yardstick, or one of 0, cannot be compared and is not in it. */
export function onBasis(
  basis: Basis,
  figures: readonly MemberFigure[],
  { workdays, targets, before, bests }: Yardsticks,
): readonly MemberFigure[] {
  switch (basis) {
    case 'figure':
      return figures
    case 'per-workday':
      return figures.flatMap(figure => over(figure, workdays, 1))
    case 'attainment':
      return figures.flatMap(figure => over(figure, targets, 100))
    case 'own-best':
      return figures.flatMap(figure => over(figure, bests, 100))
    case 'improvement':
      return figures.flatMap(({ memberId, value }) => {
        const earlier = before.get(memberId)
        return earlier === undefined ? [] : [{ memberId, value: quantised(value - earlier) }]
      })
  }
}

function over({ memberId, value }: MemberFigure, below: ByMember, times: number): readonly MemberFigure[] {
  const yardstick = below.get(memberId) ?? 0
  return yardstick > 0 ? [{ memberId, value: quantised((value / yardstick) * times) }] : []
}

/**
 * Results are compared by the own target, which is fair to territories and to those who are new, once everybody who sells has
 * one; all else by the figure.
 */
export function usualBasis(kind: 'activity' | 'result', sellers: readonly string[], targets: ByMember): Basis {
  const all = sellers.length > 0 && sellers.every(memberId => (targets.get(memberId) ?? 0) > 0)
  return kind === 'result' && all ? 'attainment' : 'figure'
}
