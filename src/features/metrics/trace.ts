import { figureOf, type Metric } from './metric.ts'
import type { TracedEntry } from './store/entries.ts'

export { readTrace as entriesBehind, type TracedEntry } from './store/entries.ts'

/** The figure that the entries make: those that a later one corrects no longer count. */
export function figureBehind(metric: Pick<Metric, 'unit'>, entries: readonly TracedEntry[]): number {
  const counting = entries.filter(entry => entry.correctedTo === null)
  const value = counting.reduce((sum, entry) => sum + entry.value, 0)
  return figureOf(metric, { value, entries: counting.length })
}
