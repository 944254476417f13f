import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { theSelf } from '../team/the-self.ts'
import type { Party } from './course.ts'
import { partyOf, type Review } from './review.ts'
import { advanced, memberIn, memberOf, reviewWith, theReview } from './scene.ts'
import { advance, type Change } from './store.ts'
import { answer, tellOther } from './tell.ts'
import { disputeHow } from './words/refusals.ts'
import { type Concluding, concluded, toldConcluded, whyYourTurn } from './words/steps.ts'

const LONGEST = 1000

/** `/review talk 张三 …`: the talk was held; what was agreed stays with the review. */
export async function holdTalk(ctx: MemberContext, text: string): Promise<void> {
  const { member, rest } = await memberIn(ctx, text)
  await conclude(ctx, await reviewWith(ctx, member), 'talk', { talkNotes: rest.trim().slice(0, LONGEST) })
}

/** `/review sign`: one's own; with a name, as the reviewer. */
export async function signTyped(ctx: MemberContext, text: string): Promise<void> {
  const member = text.trim() === '' ? await theSelf(ctx) : (await memberIn(ctx, text)).member
  await conclude(ctx, await reviewWith(ctx, member), 'sign', {})
}

export async function signPressed(ctx: MemberContext, id: string): Promise<void> {
  await conclude(ctx, (await theReview(ctx, id)).review, 'sign', {})
}

/** `/review dispute …`: what the member does not agree with, in place of their signature. */
export async function disputeReview(ctx: MemberContext, text: string): Promise<void> {
  const dispute = text.trim().slice(0, LONGEST)
  if (dispute === '') throw new UserError('reviews.dispute-how', disputeHow)
  await conclude(ctx, await reviewWith(ctx, await theSelf(ctx)), 'dispute', { dispute })
}

async function conclude(ctx: MemberContext, review: Review, event: Concluding, change: Change): Promise<void> {
  const party: Party = partyOf(review, ctx.actor.memberId) ?? 'member'
  const course = advanced(review, event, party)
  await advance(ctx.tx, review, course, change, ctx.now)
  const now: Review = { ...review, course, ...change }
  const member = await memberOf(ctx, review.memberId)
  const other = party === 'member' ? await memberOf(ctx, review.reviewerId) : member
  answer(ctx, event, concluded({ review: now, event, party, name: member.name }, ctx.lang))
  const said = toldConcluded({ review: now, event, by: ctx.actor.name, party }, other.lang)
  tellOther(ctx, { review, other, what: `told-${event}`, said, why: whyYourTurn(review.period) })
}
