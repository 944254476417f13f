import { type Period, periodOfKey } from '../../calendar/periods.ts'
import type { Answers } from './answers.ts'
import type { Course, Party } from './course.ts'

/** The review of a member over a month, quarter or year, as it stands. */
export interface Review {
  readonly id: string
  readonly teamId: string
  readonly memberId: string
  /** The member who reviews. */
  readonly reviewerId: string
  readonly period: Period
  /** The version of the criteria that it was begun with. */
  readonly criteria: number
  readonly course: Course
  readonly self: Answers | null
  readonly assessment: Answers | null
  readonly talkNotes: string | null
  readonly dispute: string | null
  readonly startedAt: Date
  readonly closedAt: Date | null
}

/** Which of the two somebody is; null for everybody else, whatever their role. */
export function partyOf(review: Pick<Review, 'memberId' | 'reviewerId'>, memberId: string): Party | null {
  if (review.memberId === memberId) return 'member'
  return review.reviewerId === memberId ? 'reviewer' : null
}

/** A review is about a month, a quarter or a year; null for any other period. */
export function reviewPeriod(period: Period | null): Period | null {
  return period !== null && ['month', 'quarter', 'year'].includes(period.kind) ? period : null
}

/** Throws for a key that no review was ever written with. */
export function periodOfReview(key: string): Period {
  const period = reviewPeriod(periodOfKey(key))
  if (period === null) throw new Error('a review has a month, a quarter or a year')
  return period
}
