import { z } from 'zod'
import type { Team } from '../../context.ts'
import type { Metric } from '../metrics/metric.ts'

/** Whether values of several days or members make one by adding them: not so for shares and what is worked out. */
export function addsUp(metric: Pick<Metric, 'unit' | 'formula'>): boolean {
  return metric.formula === null && metric.unit !== 'percent'
}

/** How fine a target of it is said and shared out: whole pieces, hundredths of everything else. */
export function decimalsOf(metric: Pick<Metric, 'unit' | 'formula'>): number {
  return metric.unit === 'count' && metric.formula === null ? 0 : 2
}

/** The part of the boards' settings that says of which metrics less is better. */
const directions = z.object({ lowerIsBetter: z.array(z.string()).default(['lost']) })

export function lessIsBetter(team: Pick<Team, 'settings'>, metric: Pick<Metric, 'key'>): boolean {
  return directions.parse(team.settings['boards'] ?? {}).lowerIsBetter.includes(metric.key)
}
