import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOf, rangeOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { readValue } from '../entries/figure-value.ts'
import { noSuchDay, valueProblem } from '../entries/words.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { correctDay, hasDay, tellCorrected } from '../metrics/correct-day.ts'
import { recordValues } from '../metrics/entries.ts'
import { managersOf, memberById } from '../team/members.ts'
import { requireRole } from '../team/permission.ts'
import { askManagers } from './ask-managers.ts'
import { readAnswer } from './read-answer.ts'
import { type Dispute, disputeNumbered, settle } from './store.ts'
import { answered, toldAsker, toldOwner, whyTold } from './words/answers.ts'
import type { Shown } from './words/question.ts'
import { answeredBefore, needsWords, noSuchDispute, notOneself, whichDay, whichValue } from './words/refusals.ts'

/** Answers `/dispute accept 3 25` and its button: the figure is corrected, with the question's reason. */
export async function acceptDispute(ctx: MemberContext, number: number, typed: string): Promise<void> {
  const shown = await openOne(ctx, number)
  const { dispute, metric } = shown
  const { now, team } = ctx
  const today = toLocal(now, team.zone).date
  const { value: text, date: named, noSuchDay: wrong, words } = readAnswer(typed, today, dispute.from === dispute.to)
  if (wrong !== null) throw new UserError('entry-no-day', noSuchDay(wrong))
  const date = named ?? (dispute.from === dispute.to ? dispute.from : null)
  if (date === null || date < dispute.from || date > dispute.to || date > today)
    throw new UserError('dispute-which-day', whichDay(dispute))
  const value = text === null ? dispute.proposed : valueSaid(text, metric)
  if (value === null) throw new UserError('dispute-which-value', whichValue(dispute))
  await claim(ctx, dispute, 'accepted', words)
  await correct(ctx, shown, { date, value, words })
  await tell(ctx, shown, { state: 'accepted', date, value, words })
}

/** Answers `/dispute decline 3 why`: the figure stays, and the asker is told why. */
export async function declineDispute(ctx: MemberContext, number: number, words: string): Promise<void> {
  const shown = await openOne(ctx, number)
  if (words === '') throw new UserError('dispute-needs-words', needsWords(number))
  await claim(ctx, shown.dispute, 'declined', words)
  await tell(ctx, shown, { state: 'declined', words })
}

async function openOne(ctx: MemberContext, number: number): Promise<Shown> {
  const { tx, team, actor } = ctx
  requireRole(ctx, 'manager')
  const dispute = await disputeNumbered(tx, team.id, number)
  const metric = dispute && (await everyMetricOf(tx, team.id)).find(({ id }) => id === dispute.metricId)
  if (!dispute || !metric) throw new UserError('dispute-unknown', noSuchDispute(number))
  if (dispute.state !== 'open') throw new UserError('dispute-answered', await beforeUs(ctx, dispute))
  if (dispute.askedBy === actor.memberId) throw new UserError('dispute-own', notOneself)
  return { dispute, metric, period: periodAsked(dispute), ...(await names(ctx, dispute)) }
}

async function names({ tx }: MemberContext, { memberId, askedBy }: Dispute): Promise<Pick<Shown, 'of' | 'by'>> {
  const [of, by] = [await memberById(tx, memberId), await memberById(tx, askedBy)]
  return { of: of?.name ?? '', by: by?.name ?? '' }
}

function periodAsked({ from, to }: Dispute): Period {
  return from === to ? periodOf('day', from) : rangeOf(from, to)
}

async function beforeUs({ tx }: MemberContext, dispute: Dispute) {
  const by = dispute.answeredBy === null ? null : await memberById(tx, dispute.answeredBy)
  return answeredBefore(dispute, by?.name ?? '')
}

/** Of two who answer at once one is told that it was answered. */
async function claim(ctx: MemberContext, dispute: Dispute, state: 'accepted' | 'declined', words: string) {
  const { tx, actor, now } = ctx
  if (await settle(tx, dispute.id, { state, answeredBy: actor.memberId, answeredAt: now, answer: words })) return
  const current = await disputeNumbered(tx, dispute.teamId, dispute.number)
  throw new UserError('dispute-answered', await beforeUs(ctx, current ?? dispute))
}

function valueSaid(text: string, metric: Metric): number {
  const read = readValue(text, metric)
  if (read.ok) return read.value
  throw new UserError(`entry-${read.problem}`, valueProblem(read.problem, text, metric))
}

async function correct(
  ctx: MemberContext,
  { dispute, metric }: Shown,
  { date, value, words }: { readonly date: LocalDate; readonly value: number; readonly words: string },
): Promise<void> {
  const { memberId, number, reason: asked } = dispute
  const reason = [`#${number} ${asked}`, words].filter(part => part !== '').join(' · ')
  const createdBy = ctx.actor.personId
  const day = { memberId, metricId: metric.id, date }
  if (await hasDay(ctx, day)) {
    await correctDay(ctx, { memberId, metric, date, value, reason, createdBy })
    return
  }
  await recordValues(ctx, { memberId, date, values: { [metric.key]: value }, source: 'manual', reason, createdBy })
  tellCorrected(ctx, day)
}

export type Answer =
  | { readonly state: 'accepted'; readonly date: LocalDate; readonly value: number; readonly words: string }
  | { readonly state: 'declined'; readonly words: string }

/** Tells the asker, whoever's figure was corrected, the other managers, and whoever answered. */
async function tell(ctx: MemberContext, shown: Shown, answer: Answer): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const { dispute } = shown
  const { id, askedBy, memberId } = dispute
  const asker = await memberById(tx, askedBy)
  const owner = await memberById(tx, memberId)
  const say = (person: string, content: Parameters<typeof ctx.say>[0]['content'], key: string) =>
    ctx.say({
      ...{ to: { person }, content, lane: 'nudge', purpose: 'disputes.told' },
      key: `disputes.${key}:${id}`,
      reason: { words: whyTold },
    })
  if (asker) say(asker.personId, toldAsker(shown, answer, actor.name, asker.lang), 'asker')
  const isNews = answer.state === 'accepted' && memberId !== askedBy && memberId !== actor.memberId
  if (owner && isNews) say(owner.personId, toldOwner(shown, answer, actor.name, owner.lang), 'owner')
  const settled = { ...dispute, state: answer.state, answeredBy: actor.memberId }
  const others = (await managersOf(tx, team)).filter(({ personId }) => personId !== asker?.personId)
  askManagers(ctx, others, { ...shown, dispute: settled, answer: { ...answer, by: actor.name } })
  ctx.say({
    to: { reply: 'private' },
    content: answered(shown, answer, lang),
    lane: 'reply',
    purpose: 'disputes.answered',
  })
}
