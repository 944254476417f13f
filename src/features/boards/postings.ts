import type { PeriodKind } from '../../calendar/periods.ts'
import { type ScheduleSpec, slotsBetween } from '../../calendar/schedule.ts'
import type { Team } from '../../context.ts'
import { type BoardSettings, boardSettings } from './board-settings.ts'

/** How the board of one kind of period is posted on schedule. */
export interface Posting {
  readonly kind: PeriodKind
  /** Of its job, in rows that are kept. */
  readonly job: string
  /** The setting with its metrics; where that is empty, it is not posted. */
  readonly metrics: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'
  /** Minutes by which it may be late. */
  readonly grace: number
  spec(settings: BoardSettings): ScheduleSpec
}

const HOUR = 60

/**
 * From the shortest period to the longest. Those of a month and more come on its last workday, when the reports of that day are
 * in: so it stands at the close. Who has won is left to the champion, who is named on the first workday after.
 */
export const postings: readonly Posting[] = [
  {
    ...{ kind: 'day', job: 'boards.daily', metrics: 'daily', grace: 3 * HOUR },
    spec: ({ dailyAt }) => ({ every: 'workday', at: dailyAt }),
  },
  {
    ...{ kind: 'week', job: 'boards.weekly', metrics: 'weekly', grace: 3 * HOUR },
    spec: ({ weeklyAt }) => ({ every: 'week', on: 'friday-or-last-workday', at: weeklyAt }),
  },
  {
    ...{ kind: 'month', job: 'boards.monthly', metrics: 'monthly', grace: 12 * HOUR },
    spec: ({ monthlyAt }) => ({ every: 'month', on: 'last-workday', at: monthlyAt }),
  },
  {
    ...{ kind: 'quarter', job: 'boards.quarterly', metrics: 'quarterly', grace: 12 * HOUR },
    spec: ({ monthlyAt }) => ({ every: 'quarter', on: 'last-workday', at: monthlyAt }),
  },
  {
    ...{ kind: 'year', job: 'boards.yearly', metrics: 'yearly', grace: 12 * HOUR },
    spec: ({ monthlyAt }) => ({ every: 'year', on: 'last-workday', at: monthlyAt }),
  },
]

/** Whether the board is posted in that team; without any metric it is not. */
export function isPosted({ metrics }: Posting, team: Team): boolean {
  return boardSettings(team)[metrics].length > 0
}

/**
 * Whether each member is told their own place on it. Once a week is enough, so a day’s board tells none; and where boards are
 * due at the same moment, only that of the longest period does.
 */
export function tellsPlaces(posting: Posting, team: Team, at: Date): boolean {
  const settings = boardSettings(team)
  if (posting.kind === 'day' || !settings.privatePlaces) return false
  const before = new Date(at.getTime() - 1)
  const longer = postings.slice(postings.indexOf(posting) + 1).filter(one => isPosted(one, team))
  return !longer.some(one => slotsBetween(one.spec(settings), team.zone, team.calendar, before, at).length > 0)
}
