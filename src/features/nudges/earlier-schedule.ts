import { parseCron } from '../../calendar/cron.ts'
import type { ScheduleSpec } from '../../calendar/schedule.ts'
import { minutesOf, timeOf } from '../../calendar/zone.ts'

/**
 * The same schedule so many minutes earlier, on the same days: times that would fall on the day before are left out, and
 * null says that none is left, or that no one cron expression can say them.
 */
export function earlier(spec: ScheduleSpec, minutes: number): ScheduleSpec | null {
  if ('cron' in spec) return earlierCron(spec.cron, minutes)
  const at = shifted([spec.at].flat(), minutes)
  return at.length === 0 ? null : { ...spec, at }
}

function earlierCron(expression: string, minutes: number): ScheduleSpec | null {
  const parsed = parseCron(expression)
  const [, , ...days] = expression.trim().split(/\s+/)
  if (!parsed.ok || days.length !== 3) return null
  const times = shifted(parsed.cron.times, minutes)
  const hours = new Set(times.map(time => Number(time.slice(0, 2))))
  const within = new Set(times.map(time => Number(time.slice(3))))
  const isProduct = times.length > 0 && hours.size * within.size === times.length
  return isProduct ? { cron: [[...within].join(','), [...hours].join(','), ...days].join(' ') } : null
}

function shifted(times: readonly string[], minutes: number): string[] {
  return times
    .map(time => minutesOf(time) - minutes)
    .filter(start => start >= 0)
    .map(timeOf)
}
