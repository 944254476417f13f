import { addDays, compare, type LocalDate } from '../../calendar/dates.ts'
import { type Praise, type PraiseRule, praiseRules, type SaidPraise } from './praise.ts'
import type { PraiseSettings } from './praise-settings.ts'

type Limits = Pick<PraiseSettings, 'mostADay' | 'streakEvery' | 'targetEvery' | 'bestEvery' | 'recoveryEvery'>

/**
 * What the group hears today of all that could be praised: nothing twice, nobody for one rule more often than the settings
 * say, and no more than fits a day, the longest waiting first. What is left over is there again tomorrow.
 *
 * @param candidates - of one member and rule the greater deeds first: only the first that may be said is
 */
export function choose(
  candidates: readonly Praise[],
  said: readonly SaidPraise[],
  today: LocalDate,
  limits: Limits,
): readonly Praise[] {
  const may = candidates.filter(one => !said.some(before => forbids(before, one, today, limits)))
  const foremost = Map.groupBy(may, ({ memberId, deed }) => `${memberId} ${deed.rule}`)
    .values()
    .flatMap(own => own.slice(0, 1))
    .toArray()
    .sort((one, other) => compare(one.since, other.since) || weightOf(one) - weightOf(other))
  const subjects = Map.groupBy(foremost, ({ memberId, subject }) => `${memberId} ${subject}`)
  return [...subjects.values()].flatMap(same => same.slice(0, 1)).slice(0, limits.mostADay)
}

function forbids(before: SaidPraise, { memberId, subject, deed }: Praise, today: LocalDate, limits: Limits): boolean {
  if (before.memberId !== memberId) return false
  const isTooSoon = before.rule === deed.rule && addDays(before.on, every(deed.rule, limits)) > today
  return before.subject === subject || isTooSoon
}

function weightOf({ deed }: Praise): number {
  return praiseRules.indexOf(deed.rule)
}

/** Days until the same rule may praise the same member again. */
function every(rule: PraiseRule, limits: Limits): number {
  switch (rule) {
    case 'first-deal':
      return 1
    case 'streak':
      return limits.streakEvery
    case 'target':
      return limits.targetEvery
    case 'best':
      return limits.bestEvery
    case 'recovery':
      return limits.recoveryEvery
  }
}
