import type { MemberContext } from '../../context.ts'
import { disputeReview, holdTalk, signTyped } from './conclude.ts'
import { typeAssessment, typeSelfReview } from './fill-in.ts'
import { endTyped, obeyPlan } from './improve.ts'
import { readReviewRequest } from './request.ts'
import { obeyCriteria } from './set-criteria.ts'
import { showPotential } from './show-potential.ts'
import { showReviewOf, showReviews } from './show-reviews.ts'
import { startReview } from './start-review.ts'

/** Answers `/review …`, always in private. */
export async function obeyReview(ctx: MemberContext, text: string): Promise<void> {
  const { verb, rest } = readReviewRequest(text)
  switch (verb) {
    case 'list':
      return await showReviews(ctx)
    case 'show':
      return await showReviewOf(ctx, rest)
    case 'start':
      return await startReview(ctx, rest)
    case 'criteria':
      return await obeyCriteria(ctx, rest)
    case 'self':
      return await typeSelfReview(ctx, rest)
    case 'write':
      return await typeAssessment(ctx, rest)
    case 'talk':
      return await holdTalk(ctx, rest)
    case 'sign':
      return await signTyped(ctx, rest)
    case 'dispute':
      return await disputeReview(ctx, rest)
    case 'plan':
      return await obeyPlan(ctx, rest)
    case 'done':
    case 'drop':
      return await endTyped(ctx, verb, rest)
    case 'potential':
      return await showPotential(ctx, rest)
  }
}
