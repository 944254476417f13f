import type { Metric } from './metric.ts'
import type { Change } from './store/changes.ts'

/** `settles`: entries that are there already would mean something else. */
export interface FactChange extends Change {
  readonly field: Field
  readonly settles: boolean
}

type Field = (typeof fields)[number]

const fields = [
  ...(['unit', 'kind', 'decimals', 'currency', 'direction', 'aggregation', 'reportedBy', 'amountKey'] as const),
] as const

const settling: ReadonlySet<string> = new Set(['unit', 'currency', 'aggregation'])

/** What differs, in the order in which it is told. */
export function changedFacts(before: Metric, after: Metric): readonly FactChange[] {
  return fields
    .filter(field => before[field] !== after[field])
    .map(field => ({
      ...{ field, before: written(before[field]), after: written(after[field]) },
      settles: settling.has(field),
    }))
}

function written(value: string | number | null): string {
  return value === null ? '' : String(value)
}
