import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { begun } from './course.ts'
import { type Review, reviewPeriod } from './review.ts'
import { memberIn, memberOf } from './scene.ts'
import { criteriaOf, insertReview, lockReviews, reassign, reviewsOf } from './store.ts'
import { answer, tellOther } from './tell.ts'
import { selfForm } from './words/forms.ts'
import { alreadyBegun, notOneself, periodUnclear } from './words/refusals.ts'
import { begunContent, toldBegun, whyBegun } from './words/steps.ts'

/** So many reviews of a member are looked through for one of the same period. */
const RECENT = 60

/** `/review start 张三 2026-Q4`: begins a member's review, by the criteria that hold now; the member is asked first. */
export async function startReview(ctx: MemberContext, text: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, actor, now, lang } = ctx
  const { member, rest } = await memberIn(ctx, text)
  if (member.memberId === actor.memberId) throw new UserError('reviews.oneself', notOneself)
  const period = periodMeant(rest, toLocal(now, team.zone).date)
  await lockReviews(tx, member.memberId)
  const known = (await reviewsOf(tx, member.memberId, RECENT)).find(review => review.period.key === period.key)
  if (known) return await takeOver(ctx, known, member.name)
  const criteria = await criteriaOf(tx, team.id, team.lang)
  const row = { id: newId(now), teamId: team.id, memberId: member.memberId, reviewerId: actor.memberId }
  await insertReview(tx, { ...row, criteria: criteria.version, period: period.key, startedAt: now })
  const none = { self: null, assessment: null, talkNotes: null, dispute: null, closedAt: null }
  const review: Review = { ...row, ...none, period, criteria: criteria.version, course: begun, startedAt: now }
  answer(ctx, 'begun', begunContent({ name: member.name, period, criteria }, lang))
  tellOther(ctx, {
    ...{ review, other: member, what: 'ask-self', why: whyBegun(actor.name) },
    said: toldBegun({ by: actor.name, period, form: selfForm(review, criteria, member.lang) }, member.lang),
  })
}

/** A review whose reviewer has gone is taken over; any other is not begun twice. */
async function takeOver(ctx: MemberContext, review: Review, name: string): Promise<void> {
  const reviewer = await memberOf(ctx, review.reviewerId)
  const isLeft = reviewer.leftOn !== null && review.course.state !== 'closed'
  if (!isLeft) throw new UserError('reviews.begun-already', alreadyBegun(name, review.period))
  await reassign(ctx.tx, review.id, ctx.actor.memberId)
  const criteria = await criteriaOf(ctx.tx, ctx.team.id, ctx.team.lang, review.criteria)
  answer(ctx, 'begun', begunContent({ name, period: review.period, criteria }, ctx.lang))
}

/** The period that was named; without one the quarter that goes on, or that ended less than a month ago. */
function periodMeant(text: string, today: string): Period {
  if (text.trim() === '') {
    const quarter = periodOf('quarter', today)
    return today.slice(0, 7) === quarter.from.slice(0, 7) ? previous(quarter) : quarter
  }
  const period = reviewPeriod(parsePeriod(text.normalize('NFKC'), today))
  if (period === null || period.from > today) throw new UserError('reviews.period', periodUnclear(text))
  return period
}
