import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { LONGEST } from './matter.ts'
import { isTheirs, openOne } from './one-matter.ts'
import { rescheduleSteps } from './steps-job.ts'
import { addSteps, changeMatter, type Which } from './store.ts'
import { settleAsked, tellGroup, tellMember } from './tell.ts'
import { keepAsCase } from './to-case.ts'
import { closedAnswer, notedAnswer } from './words/answers.ts'
import { closingNoteMissing, mayNotClose, noteMissing, tooLong } from './words/refusals.ts'

/** Answers `/urgent 7 done how it was settled`. It is a solved case from then on. */
export async function close(ctx: MemberContext, which: Which, note: string): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const matter = await openOne(ctx, which)
  const { memberId } = actor
  if (!isTheirs(ctx, matter) && matter.raisedBy !== memberId)
    throw new UserError('urgent-may-not-close', mayNotClose(matter.number))
  if (note === '') throw new UserError('urgent-closing-note', closingNoteMissing(matter.number))
  if ([...note].length > LONGEST) throw new UserError('urgent-long', tooLong)
  await addSteps(tx, matter, { kind: 'closed', byId: memberId, note, at: now })
  const closed = await changeMatter(tx, matter, {
    ...{ state: 'closed', closedBy: memberId, closedAt: now, closingNote: note },
    ...{ askedId: null, offeredTo: null, nextAt: null },
  })
  rescheduleSteps(ctx)
  await tellGroup(ctx, closed, now)
  await settleAsked(ctx, closed, now)
  for (const other of new Set([closed.raisedBy, closed.ownerId]))
    await tellMember(ctx, closed, other, { kind: 'closed', who: actor.name, note }, { at: now, by: memberId })
  const content = closedAnswer(closed, await keepAsCase(ctx, closed), lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'urgent.closed' })
}

/** Answers `/urgent 7 note called the customer`: a line of the timeline, which whoever has it, is asked or raised it hears. */
export async function addNote(ctx: MemberContext, which: Which, note: string): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const matter = await openOne(ctx, which)
  if (note === '') throw new UserError('urgent-note', noteMissing(matter.number))
  if ([...note].length > LONGEST) throw new UserError('urgent-long', tooLong)
  await addSteps(tx, matter, { kind: 'noted', byId: actor.memberId, note, at: now })
  for (const other of new Set([matter.raisedBy, matter.ownerId ?? matter.askedId]))
    await tellMember(ctx, matter, other, { kind: 'noted', who: actor.name, note }, { at: now, by: actor.memberId })
  ctx.say({ to: { reply: 'private' }, content: notedAnswer(matter, lang), lane: 'reply', purpose: 'urgent.noted' })
}
