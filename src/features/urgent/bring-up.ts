import { onLeave } from '../../calendar/leave.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { memberById } from '../team/members.ts'
import type { Matter } from './matter.ts'
import { namesOf } from './people-store.ts'
import { type Asked, readChain, readOne } from './read-chain.ts'
import { wakesAt } from './rest.ts'
import { sayTo } from './tell.ts'
import { newsContent } from './words/answers.ts'
import { stillOpenContent, whyStillOpen, whyUnanswered } from './words/asked.ts'
import { unansweredContent } from './words/group.ts'

/** What is open is said again: to whoever has it, in private; what nobody has, to the group and whoever can decide. */
export async function bringUp(ctx: TeamContext, matter: Matter, at: Date): Promise<void> {
  if (matter.state === 'held') await remindOwner(ctx, matter, at)
  else await tellUnanswered(ctx, matter, (await readChain(ctx, at)).chain, at)
}

async function remindOwner(ctx: TeamContext, matter: Matter, at: Date): Promise<void> {
  const owner = matter.ownerId === null ? null : await readOne(ctx, matter.ownerId, at)
  if (owner === null) return
  const raiser = (await namesOf(ctx.tx, [matter.raisedBy]))(matter.raisedBy)
  sayTo(ctx, owner.member, {
    content: stillOpenContent({ matter, raiser }, owner.member.lang),
    purpose: 'urgent.still-open',
    key: `urgent.still-open:${matter.id}:${owner.memberId}:${at.toISOString()}`,
    notBefore: wakesAt(owner.rest, at) ?? at,
    reason: { words: whyStillOpen },
  })
}

/**
 * Tells the group that nobody has taken it and whom to phone; and in private managers, admins and whoever raised it. Those
 * who rest hear it when they wake: as many calls at rest as are allowed have been made.
 */
export async function tellUnanswered(
  ctx: TeamContext,
  matter: Matter,
  chain: readonly Asked[],
  at: Date,
): Promise<void> {
  const { tx, team } = ctx
  const { raisedBy } = matter
  const there = chain.filter(rung => rung.gone === null && rung.member.role !== 'rep' && rung.member.role !== 'lead')
  const phone = whomToPhone(there, raisedBy)
  const raiser = await memberById(tx, raisedBy)
  const moment = at.toISOString()
  const view = { matter, raiser: raiser?.name ?? '', phone, again: matter.nextAt !== null && matter.nextAt <= at }
  ctx.say({
    to: { team: team.id },
    content: unansweredContent(view, team.lang),
    lane: 'urgent',
    purpose: 'urgent.unanswered',
    key: `urgent.unanswered:${matter.id}:${moment}`,
  })
  const { date } = toLocal(at, team.zone)
  for (const { member, memberId, leaves, rest } of there) {
    if (memberId === raisedBy || onLeave(leaves, date)) continue
    sayTo(ctx, member, {
      content: unansweredContent(view, member.lang),
      purpose: 'urgent.unanswered',
      key: `urgent.unanswered:${matter.id}:${memberId}:${moment}`,
      notBefore: wakesAt(rest, at) ?? at,
      reason: { words: whyUnanswered },
    })
  }
  if (raiser === null || raiser.leftOn !== null) return
  sayTo(ctx, raiser, {
    content: newsContent(matter, { kind: 'unanswered', who: phone }, raiser.lang),
    purpose: 'urgent.unanswered',
    key: `urgent.unanswered:${matter.id}:${raisedBy}:${moment}`,
    reason: { words: whyUnanswered },
  })
}

/** The admins, else the managers; whoever raised it only where there is nobody else. */
function whomToPhone(there: readonly Asked[], raisedBy: string): readonly string[] {
  const others = there.filter(({ memberId }) => memberId !== raisedBy)
  const admins = others.filter(({ member }) => member.role === 'admin')
  return [admins, others, there].find(all => all.length > 0)?.map(({ member }) => member.name) ?? []
}
