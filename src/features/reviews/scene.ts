import { z } from 'zod'
import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { theMember } from '../team/member-errors.ts'
import { memberById, membersOf, type TeamMember } from '../team/members.ts'
import { nameIn } from '../team/name-in.ts'
import type { Event, Party, Refusal } from './course.ts'
import { type Course, step } from './course.ts'
import { partyOf, type Review } from './review.ts'
import { lockReviews, reviewById, reviewsOf } from './store.ts'
import { noReview, notBetweenUs, refusalWords } from './words/refusals.ts'

/** Enough to find the one that is open: they are begun one after another. */
const RECENT = 12

/** Whom the beginning of a text names, and what follows. Throws UserError for nobody and for several. */
export async function memberIn(
  { tx, team }: MemberContext,
  text: string,
): Promise<{ readonly member: TeamMember; readonly rest: string }> {
  const { found, name, rest } = nameIn(text, await membersOf(tx, team))
  return { member: theMember(found, name), rest }
}

/** What a button brings may be anything. */
export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success
}

/** A review by its id, for one of its two people. To everybody else there is none. */
export async function theReview(ctx: MemberContext, id: string): Promise<{ review: Review; party: Party }> {
  const review = isId(id) ? await reviewById(ctx.tx, id) : null
  const party = review && partyOf(review, ctx.actor.memberId)
  if (!review || !party) throw new UserError('reviews.none', notBetweenUs)
  await lockReviews(ctx.tx, review.memberId)
  // As it is now that nobody else changes it.
  return { review: (await reviewById(ctx.tx, id)) ?? review, party }
}

/** The member's review that is not closed and that the actor has a part in; null when there is none. */
async function openReviewOf(ctx: MemberContext, memberId: string): Promise<Review | null> {
  const reviews = await reviewsOf(ctx.tx, memberId, RECENT)
  const mine = reviews.filter(
    review => review.course.state !== 'closed' && partyOf(review, ctx.actor.memberId) !== null,
  )
  return mine.at(-1) ?? null
}

/** The same where there has to be one. Throws UserError without telling whether somebody else has one with them. */
export async function reviewWith(ctx: MemberContext, member: Pick<TeamMember, 'memberId' | 'name'>): Promise<Review> {
  await lockReviews(ctx.tx, member.memberId)
  const review = await openReviewOf(ctx, member.memberId)
  if (review) return review
  const isOwn = member.memberId === ctx.actor.memberId
  throw new UserError('reviews.none', noReview(isOwn ? null : member.name))
}

/** How far the review is after that. Throws UserError when it cannot be done now. */
export function advanced({ course }: Review, event: Event, by: Party): Course {
  const next = step(course, event, by)
  if (next.ok) return next.course
  throw refused(next.why, course)
}

function refused(why: Refusal, course: Course): UserError {
  return new UserError(`reviews.${why}`, refusalWords(why, course))
}

export async function memberOf({ tx }: Pick<MemberContext, 'tx'>, memberId: string): Promise<TeamMember> {
  const member = await memberById(tx, memberId)
  if (!member) throw new Error('a review has a member')
  return member
}
