import { UserError } from '../../base/errors.ts'
import type { FormValues } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { theSelf } from '../team/the-self.ts'
import { type Answers, missingIn, readForm, readTyped, type Side } from './answers.ts'
import type { Party } from './course.ts'
import type { Criteria } from './criteria.ts'
import { readScorecard } from './read-scorecard.ts'
import type { Review } from './review.ts'
import { advanced, memberIn, memberOf, reviewWith, theReview } from './scene.ts'
import { advance, criteriaOf } from './store.ts'
import { answer, noteSeen, tellOther } from './tell.ts'
import { assessmentForm, formContent, selfForm } from './words/forms.ts'
import { filledIn, readyToAssess, readyToTalk, sawReview, whyYourTurn } from './words/steps.ts'

/** `/review self …`: one's own; without words the form for it. */
export async function typeSelfReview(ctx: MemberContext, text: string): Promise<void> {
  const review = await reviewWith(ctx, await theSelf(ctx))
  await type(ctx, review, 'member', text)
}

/** `/review write 张三 …`: the reviewer's; without words the form for it. */
export async function typeAssessment(ctx: MemberContext, text: string): Promise<void> {
  const { member, rest } = await memberIn(ctx, text)
  await type(ctx, await reviewWith(ctx, member), 'reviewer', rest)
}

/** A form that was filled in, by whichever of the two it was for. What is not whole is shown again as it was filled in. */
export async function submitForm(ctx: MemberContext, id: string, values: FormValues): Promise<void> {
  const { review, party } = await theReview(ctx, id)
  advanced(review, eventOf(party), party)
  const criteria = await criteriaFor(ctx, review)
  const said = readForm(values, criteria.items)
  const fault = missingIn(said, sideOf(party), criteria.items)
  if (fault === null) return await take(ctx, review, party, said)
  const form = await formFor(ctx, { ...review, [sideOf(party)]: said }, party, criteria)
  answer(ctx, 'form', formContent(form, ctx.lang, fault))
}

async function type(ctx: MemberContext, review: Review, party: Party, text: string): Promise<void> {
  advanced(review, eventOf(party), party)
  const criteria = await criteriaFor(ctx, review)
  const said = text.trim() === '' ? null : readTyped(text, criteria.items)
  if (said) return await take(ctx, review, party, said)
  answer(ctx, 'form', formContent(await formFor(ctx, review, party, criteria), ctx.lang))
}

async function take(ctx: MemberContext, review: Review, party: Party, said: Answers): Promise<void> {
  const course = advanced(review, eventOf(party), party)
  const criteria = await criteriaFor(ctx, review)
  const side = sideOf(party)
  const fault = missingIn(said, side, criteria.items)
  if (fault) throw new UserError('reviews.incomplete', fault)
  await advance(ctx.tx, review, course, { [side]: said }, ctx.now)
  answer(ctx, 'filled-in', filledIn({ side, said, criteria }, ctx.lang))
  await tellNext(ctx, { ...review, course, [side]: said }, party, criteria)
}

/** The reviewer gets the self-review with the figures beside it; the member hears that the talk is next. */
async function tellNext(ctx: MemberContext, review: Review, party: Party, criteria: Criteria): Promise<void> {
  const member = await memberOf(ctx, review.memberId)
  if (party === 'reviewer') {
    const said = readyToTalk({ by: ctx.actor.name, period: review.period }, member.lang)
    tellOther(ctx, { review, other: member, what: 'assessed', said, why: whyYourTurn(review.period) })
    return
  }
  const reviewer = await memberOf(ctx, review.reviewerId)
  const scorecard = await readScorecard(ctx, member, review.period)
  const form = assessmentForm(review, criteria, member.name, reviewer.lang)
  const said = readyToAssess({ review, name: member.name, criteria, scorecard, form }, reviewer.lang)
  tellOther(ctx, { review, other: reviewer, what: 'self-reviewed', said, why: whyYourTurn(review.period) })
  await noteSeen(ctx, { about: member.memberId, by: reviewer.personId, what: 'seen', words: sawReview(review.period) })
}

async function formFor(ctx: MemberContext, review: Review, party: Party, criteria: Criteria) {
  if (party === 'member') return selfForm(review, criteria, ctx.lang)
  return assessmentForm(review, criteria, (await memberOf(ctx, review.memberId)).name, ctx.lang)
}

function criteriaFor({ tx, team }: MemberContext, review: Review): Promise<Criteria> {
  return criteriaOf(tx, team.id, team.lang, review.criteria)
}

function eventOf(party: Party): 'self-review' | 'assessment' {
  return party === 'member' ? 'self-review' : 'assessment'
}

function sideOf(party: Party): Side {
  return party === 'member' ? 'self' : 'assessment'
}
