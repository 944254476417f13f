import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { type TargetKind, targetKinds } from './target.ts'
import { countDays, type Worker, workingDays } from './working-days.ts'

/** A stretch of a longer period; a week at its edge is cut off there. */
export interface Part {
  readonly kind: TargetKind
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The kind that a period is usually split into; null for a day. */
export function finerThan(kind: TargetKind): TargetKind | null {
  return targetKinds[targetKinds.indexOf(kind) + 1] ?? null
}

export function isFiner(kind: TargetKind, than: TargetKind): boolean {
  return targetKinds.indexOf(kind) > targetKinds.indexOf(than)
}

/** The parts of that kind, in order, without gap or overlap; of days only those on which somebody works. */
export function partsOf({ from, to }: Pick<Period, 'from' | 'to'>, kind: TargetKind, worker: Worker): readonly Part[] {
  if (kind === 'day') return workingDays(worker, from, to).map(({ date }) => ({ kind, from: date, to: date }))
  const parts: Part[] = []
  for (let first = from; first <= to; ) {
    const end = periodOf(kind, first).to
    const last = end < to ? end : to
    parts.push({ kind, from: first, to: last })
    first = addDays(last, 1)
  }
  return parts
}

/** One weight for each part: how many days are worked in it. */
export function calendarWeights(parts: readonly Part[], worker: Worker): readonly number[] {
  return parts.map(({ from, to }) => countDays(workingDays(worker, from, to)))
}
