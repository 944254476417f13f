import type { Metric } from '../metrics/metric.ts'

/** Whether values of several days or members make one by adding them: not so for shares, stocks and what is worked out. */
export function addsUp({ formula, aggregation }: Pick<Metric, 'formula' | 'aggregation'>): boolean {
  return formula === null && aggregation === 'sum'
}

/** How fine a target of it is said and shared out: as it is shown; else whole pieces, hundredths of everything else. */
export function decimalsOf({ decimals, unit, formula }: Pick<Metric, 'decimals' | 'unit' | 'formula'>): number {
  return decimals ?? (unit === 'count' && formula === null ? 0 : 2)
}
