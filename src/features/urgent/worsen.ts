import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { goOn } from './go-on.ts'
import type { Matter } from './matter.ts'
import { noteWorsened } from './noted.ts'
import { isTheirs, openOne } from './one-matter.ts'
import { whoIsAsked } from './raise.ts'
import { type Asked, readOne } from './read-chain.ts'
import { isResting, wakesAt } from './rest.ts'
import { rescheduleSteps } from './steps-job.ts'
import { addSteps, changeMatter, type Which } from './store.ts'
import { sayTo, tellGroup } from './tell.ts'
import { ackMinutes, urgentSettings } from './urgent-settings.ts'
import { newsContent, raisedContent } from './words/answers.ts'
import { whyNews } from './words/asked.ts'
import { criticalAlready, mayNotWorsen } from './words/refusals.ts'

/** Answers `/urgent 7 critical`: from now on people are called for it also in their time of rest, as often as that is allowed. */
export async function worsen(ctx: MemberContext, which: Which): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const matter = await openOne(ctx, which)
  const { number, raisedBy, severity } = matter
  if (!isTheirs(ctx, matter) && raisedBy !== actor.memberId)
    throw new UserError('urgent-may-not-worsen', mayNotWorsen(number))
  if (severity === 'critical') throw new UserError('urgent-critical', criticalAlready(number))
  const holder = matter.ownerId ?? matter.askedId
  const rung = holder === null ? null : await readOne(ctx, holder, now)
  const isAsleep = rung !== null && isResting(rung.rest, now)
  const calls = isAsleep && rung.callsLeft > 0 && holder !== actor.memberId
  await addSteps(tx, matter, { kind: 'worsened', memberId: holder, byId: actor.memberId, resting: calls, at: now })
  const worse = await changeMatter(tx, matter, { severity: 'critical' })
  noteWorsened(ctx, worse)
  if (rung !== null) tellHolder(ctx, worse, rung, isAsleep && !calls)
  await tellGroup(ctx, worse, now)
  const after = await hurry(ctx, worse, isAsleep && !calls)
  rescheduleSteps(ctx)
  const content = raisedContent(after, await whoIsAsked(ctx, after), lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'urgent.worsened' })
}

/** Whoever has it or is asked for it hears so at once, unless they have been called at rest often enough. */
function tellHolder(ctx: MemberContext, matter: Matter, { member, memberId, rest }: Asked, waits: boolean): void {
  if (memberId === ctx.actor.memberId) return
  sayTo(ctx, member, {
    content: newsContent(matter, { kind: 'worsened', who: ctx.actor.name }, member.lang),
    purpose: 'urgent.news',
    key: `urgent.worsened:${matter.id}:${memberId}`,
    notBefore: waits ? (wakesAt(rest, ctx.now) ?? ctx.now) : ctx.now,
    reason: { words: whyNews },
  })
}

/** Nobody waits for the morning any more: whoever is asked has as long as for what is critical, else the next one is asked now. */
async function hurry(ctx: MemberContext, matter: Matter, isOutOfReach: boolean): Promise<Matter> {
  const { tx, team, now } = ctx
  if (matter.state !== 'asking') return matter
  if (matter.askedId === null || isOutOfReach) return goOn(ctx, matter, now)
  const until = new Date(now.getTime() + ackMinutes(urgentSettings(team), 'critical') * 60_000)
  return matter.nextAt !== null && matter.nextAt <= until ? matter : changeMatter(tx, matter, { nextAt: until })
}
