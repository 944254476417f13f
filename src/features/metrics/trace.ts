import { quantised } from './entry-changes.ts'
import { figureOf, type Metric } from './metric.ts'
import type { TracedEntry } from './store/entries.ts'

export { readTrace as entriesBehind, type TracedEntry } from './store/entries.ts'

/** The figure that the entries make: those that a later one corrects no longer count. */
export function figureBehind(metric: Pick<Metric, 'aggregation'>, entries: readonly TracedEntry[]): number {
  const counting = entries.filter(entry => entry.correctedTo === null)
  const latest = counting.at(-1)?.date
  const last = sum(counting.filter(({ date }) => date === latest))
  return figureOf(metric, { value: sum(counting), entries: counting.length, last })
}

function sum(entries: readonly TracedEntry[]): number {
  return quantised(entries.reduce((all, { value }) => all + value, 0))
}
