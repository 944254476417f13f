import type { LocalTime } from '../../../calendar/dates.ts'
import type { Hours } from '../hours.ts'
import type { RuleDefinition } from '../rule.ts'
import type { Said } from '../said.ts'

/** Whether a rule looks at a message at all: by its time, its place and who said it. */
export function listens({ listens: to, exempt, since }: RuleDefinition, said: Said): boolean {
  if (to.to !== 'all' && (to.to === 'for-us') !== said.forUs) return false
  if (since !== undefined && said.date < since) return false
  if (to.channels && !to.channels.includes(said.channelId)) return false
  if (to.roles && !to.roles.includes(said.role)) return false
  if (to.platforms && !to.platforms.includes(said.platform)) return false
  if (exempt.roles.includes(said.role) || exempt.members.includes(said.memberId)) return false
  return to.hours === undefined || isWithin(to.hours, said)
}

/** A night that begins on a workday is that workday's to its end in the morning. */
function isWithin({ from, to, on }: Hours, { time, isWorkday, wasWorkday }: Said): boolean {
  const part = partOf(from, to, time)
  if (part === null) return false
  if (on === 'every-day') return true
  return (part === 'same-day' ? isWorkday : wasWorkday) === (on === 'workdays')
}

/** On which day the hours began that this time is within; from one time to the same is a whole day. */
function partOf(from: LocalTime, to: LocalTime, time: LocalTime): 'same-day' | 'day-before' | null {
  if (from < to) return from <= time && time < to ? 'same-day' : null
  if (time >= from) return 'same-day'
  return time < to ? 'day-before' : null
}
