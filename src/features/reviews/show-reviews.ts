import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { atLeast } from '../../context.ts'
import { theSelf } from '../team/the-self.ts'
import { readScorecard } from './read-scorecard.ts'
import { partyOf, type Review } from './review.ts'
import { memberIn, memberOf } from './scene.ts'
import { criteriaOf, openReviewsBy, reviewsOf } from './store.ts'
import { answer, noteSeen } from './tell.ts'
import { noReview } from './words/refusals.ts'
import { listContent, nothingYet, reviewContent } from './words/review.ts'
import { sawReview } from './words/steps.ts'

/** So many of a member's reviews are looked through for the latest of the actor's. */
const RECENT = 20

/** `/review`: a manager's list of what is open; a member's own last review. */
export async function showReviews(ctx: MemberContext): Promise<void> {
  const open = await openReviewsBy(ctx.tx, ctx.actor.memberId)
  if (open.length > 0 || atLeast(ctx.actor.role, 'manager')) {
    const rows = []
    for (const review of open) rows.push({ review, name: (await memberOf(ctx, review.memberId)).name })
    answer(ctx, 'list', listContent(rows, ctx.lang))
  }
  const [own] = await reviewsOf(ctx.tx, ctx.actor.memberId, 1)
  if (own) return await show(ctx, own)
  if (open.length === 0 && !atLeast(ctx.actor.role, 'manager')) answer(ctx, 'none', nothingYet(ctx.lang))
}

/** `/review 张三`: the latest that the actor has a part in, with the figures. */
export async function showReviewOf(ctx: MemberContext, text: string): Promise<void> {
  const { member } = await memberIn(ctx, text)
  const self = await theSelf(ctx)
  const reviews = await reviewsOf(ctx.tx, member.memberId, RECENT)
  const review = reviews.find(one => partyOf(one, self.memberId) !== null)
  if (!review) throw new UserError('reviews.none', noReview(member.memberId === self.memberId ? null : member.name))
  await show(ctx, review)
}

/** Until the reviewer is done, what they have written so far is not the member's to read; and the other way round. */
async function show(ctx: MemberContext, review: Review): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const party = partyOf(review, actor.memberId) ?? 'member'
  const member = await memberOf(ctx, review.memberId)
  const reviewer = await memberOf(ctx, review.reviewerId)
  const criteria = await criteriaOf(tx, team.id, team.lang, review.criteria)
  const scorecard = await readScorecard(ctx, member, review.period)
  const names = { member: member.name, reviewer: reviewer.name }
  answer(ctx, 'shown', reviewContent({ review, party, criteria, scorecard, names }, lang))
  await noteSeen(ctx, { about: member.memberId, what: 'seen', words: sawReview(review.period) })
}
