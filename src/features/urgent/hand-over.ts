import { UserError } from '../../base/errors.ts'
import { onLeave } from '../../calendar/leave.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { calledMembers } from '../team/called.ts'
import { findMember } from '../team/find-member.ts'
import { theMember } from '../team/member-errors.ts'
import { isTheirs, openOne } from './one-matter.ts'
import { namesOf } from './people-store.ts'
import { readOne } from './read-chain.ts'
import { isResting, wakesAt } from './rest.ts'
import { addSteps, changeMatter, type Which } from './store.ts'
import { sayTo } from './tell.ts'
import { offeredAnswer } from './words/answers.ts'
import { offeredContent, whyOffered } from './words/asked.ts'
import { handOverToWhom, hasItAlready, isAway, mayNotHandOver, toYourself } from './words/refusals.ts'

/** Answers `/urgent 7 to Li Si`: Li Si is asked, and until they take it, it stays where it is and the clock goes on. */
export async function handOver(ctx: MemberContext, which: Which, name: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const matter = await openOne(ctx, which)
  const { number, ownerId } = matter
  if (!isTheirs(ctx, matter)) throw new UserError('urgent-not-yours', mayNotHandOver(number))
  if (name === '') throw new UserError('urgent-to-whom', handOverToWhom(number))
  const member = theMember(findMember(await calledMembers(tx, team), name), name)
  const { memberId } = member
  if (memberId === ownerId) throw new UserError('urgent-has-it', hasItAlready(number, member.name))
  if (memberId === actor.memberId) throw new UserError('urgent-to-yourself', toYourself(number))
  const rung = await readOne(ctx, memberId, now)
  const { date, time } = toLocal(now, team.zone)
  if (rung === null || rung.gone !== null || onLeave(rung.leaves, date, time))
    throw new UserError('urgent-away', isAway(member.name))
  const isAsleep = isResting(rung.rest, now)
  const calls = isAsleep && matter.severity === 'critical' && rung.callsLeft > 0
  await addSteps(tx, matter, { kind: 'offered', memberId, byId: actor.memberId, resting: calls, at: now })
  await changeMatter(tx, matter, { offeredTo: memberId })
  const raiser = (await namesOf(tx, [matter.raisedBy]))(matter.raisedBy)
  sayTo(ctx, member, {
    content: offeredContent({ matter, raiser, from: actor.name }, member.lang),
    purpose: 'urgent.offered',
    key: `urgent.offered:${matter.id}:${memberId}:${now.toISOString()}`,
    notBefore: isAsleep && !calls ? (wakesAt(rung.rest, now) ?? now) : now,
    reason: { words: whyOffered },
  })
  ctx.say({
    to: { reply: 'private' },
    content: offeredAnswer(matter, member.name, lang),
    lane: 'reply',
    purpose: 'urgent.offered',
  })
}
