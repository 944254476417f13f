import { UserError } from '../../base/errors.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { goOn, nextMorning } from './go-on.ts'
import type { Matter } from './matter.ts'
import { openOne } from './one-matter.ts'
import { namesOf } from './people-store.ts'
import { rescheduleSteps } from './steps-job.ts'
import { addSteps, changeMatter, type Which } from './store.ts'
import { settleAsked, tellGroup, tellMember } from './tell.ts'
import { declinedAnswer, takenContent } from './words/answers.ts'
import { heldBy, notAskedOfYou, yoursAlready } from './words/refusals.ts'

/** Answers `/urgent 7 ok` and its button: the actor has it from now on. What somebody has, only managers and whoever was offered it may take. */
export async function take(ctx: MemberContext, which: Which): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const matter = await openOne(ctx, which)
  const { memberId } = actor
  await refuseTaking(ctx, matter)
  await addSteps(tx, matter, { kind: 'taken', memberId, byId: memberId, at: now })
  const taken = await changeMatter(tx, matter, {
    ...{ state: 'held', ownerId: memberId, askedId: null, offeredTo: null, takenAt: matter.takenAt ?? now },
    nextAt: nextMorning(ctx, now),
  })
  rescheduleSteps(ctx)
  await tellGroup(ctx, taken, now)
  await settleAsked(ctx, taken, now)
  for (const other of new Set([matter.raisedBy, matter.ownerId]))
    await tellMember(ctx, taken, other, { kind: 'taken', who: actor.name }, { at: now, by: memberId })
  ctx.say({ to: { reply: 'private' }, content: takenContent(taken, lang), lane: 'reply', purpose: 'urgent.taken' })
}

async function refuseTaking({ tx, actor }: MemberContext, { number, ownerId, offeredTo }: Matter): Promise<void> {
  if (ownerId === actor.memberId) throw new UserError('urgent-yours', yoursAlready(number))
  if (ownerId === null || offeredTo === actor.memberId || atLeast(actor.role, 'manager')) return
  throw new UserError('urgent-held', heldBy(number, (await namesOf(tx, [ownerId]))(ownerId)))
}

/** Answers `/urgent 7 no`: what was offered stays where it is; whoever was asked is passed over, and the next one is asked now. */
export async function decline(ctx: MemberContext, which: Which): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const matter = await openOne(ctx, which)
  const { memberId } = actor
  const isOffered = matter.offeredTo === memberId
  const isAsked = matter.state === 'asking' && matter.askedId === memberId
  if (!isOffered && !isAsked) throw new UserError('urgent-not-asked', notAskedOfYou(matter.number))
  await addSteps(tx, matter, { kind: 'declined', memberId, byId: memberId, why: 'declined', at: now })
  const left = await changeMatter(tx, matter, isOffered ? { offeredTo: null } : {})
  const after = isAsked ? await goOn(ctx, left, now) : left
  if (isAsked) rescheduleSteps(ctx)
  else
    await tellMember(
      ctx,
      after,
      after.ownerId ?? after.askedId,
      { kind: 'declined', who: actor.name },
      {
        at: now,
        by: memberId,
      },
    )
  ctx.say({ to: { reply: 'private' }, content: declinedAnswer(after, lang), lane: 'reply', purpose: 'urgent.declined' })
}
