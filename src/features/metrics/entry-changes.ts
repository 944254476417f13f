import type { LocalDate } from '../../calendar/dates.ts'
import type { Aggregation } from './metric.ts'

/** A value where it counts: for a metric of a member on a day. */
export interface Figure {
  readonly metricId: string
  readonly memberId: string
  readonly date: LocalDate
  readonly value: number
}

export interface StandingEntry extends Figure {
  readonly id: bigint
}

/** What counts of a report's metric, and what the report itself said last; another, where somebody has corrected it. */
export interface ReportedEntry extends StandingEntry {
  readonly said: Figure
}

/** An entry to be written, and the one that it corrects, if any. */
export interface EntryChange {
  readonly figure: Figure
  readonly replaces: StandingEntry | null
}

/** What a rollup gains, or with negative numbers loses. */
export interface RollupChange extends Figure {
  readonly entries: number
}

/**
 * The entries that turn what a report has said so far into what it says now: one for each new metric, a correction for
 * each value that differs, a correction to 0 for each metric that it no longer names. None when nothing differs: what
 * somebody has corrected since stays so until the report says something else.
 */
export function changesBetween(
  standing: readonly ReportedEntry[],
  now: { readonly memberId: string; readonly date: LocalDate; readonly values: ReadonlyMap<string, number> },
): readonly EntryChange[] {
  const { memberId, date } = now
  const before = new Map(standing.map(entry => [entry.metricId, entry]))
  const withdrawn = standing.filter(entry => !now.values.has(entry.metricId)).map(entry => [entry.metricId, 0] as const)
  return [...now.values, ...withdrawn]
    .map(([metricId, value]) => ({
      figure: { metricId, memberId, date, value },
      replaces: before.get(metricId) ?? null,
    }))
    .filter(({ figure, replaces }) => replaces === null || !sameFigure(figure, replaces.said))
}

/**
 * The corrections that make a day's figure what it should be: of what is averaged every entry says so; otherwise the latest
 * does, and the rest become 0.
 * @param standing - all that count for the metric of the member on that day, oldest first
 */
export function correctionsTo(
  aggregation: Aggregation,
  standing: readonly StandingEntry[],
  value: number,
): readonly EntryChange[] {
  const latest = standing.at(-1)
  return standing
    .map(entry => ({ entry, wanted: aggregation === 'average' || entry === latest ? value : 0 }))
    .filter(({ entry, wanted }) => entry.value !== wanted)
    .map(({ entry, wanted }) => ({ figure: figureAt(entry, wanted), replaces: entry }))
}

function figureAt({ metricId, memberId, date }: Figure, value: number): Figure {
  return { metricId, memberId, date, value }
}

/** Each entry adds what it says where it says it, and takes away what the entry that it replaces had added. */
export function rollupChanges(changes: readonly EntryChange[]): readonly RollupChange[] {
  return changes.flatMap(({ figure, replaces }) => {
    const gain = { ...figure, entries: 1 }
    if (!replaces) return [gain]
    const { metricId, memberId, date, value } = replaces
    return [gain, { metricId, memberId, date, value: -value, entries: -1 }]
  })
}

function sameFigure(one: Figure, other: Figure): boolean {
  return one.value === other.value && one.date === other.date && one.memberId === other.memberId
}

/** Entries are kept to four decimals; what is compared with them must be rounded likewise. */
export function quantised(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** No value may be as large as this: beyond it four decimals are no longer exact, and no honest report comes near it. */
export const VALUE_LIMIT = 1e12
