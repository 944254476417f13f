import { isMember, type PersonContext, type TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import type { Command } from '../feature.ts'
import { memberById } from '../team/members.ts'
import { momentOf } from './first-week.ts'
import { daysOf, goOn, sayWelcome, welcomeKey } from './steps.ts'
import { newcomerBy, noteMy, wasLost } from './store.ts'

type Payload = Readonly<Record<string, unknown>>

export async function followMy({ tx, now }: TeamContext, payload: Payload): Promise<void> {
  await noteMy(tx, events['my.shown'].parse(payload).memberId, now)
}

/** Days on leave are no days of the first week. */
export async function followLeave(ctx: TeamContext, payload: Payload): Promise<void> {
  const { memberId } = events['leave.changed'].parse(payload)
  const newcomer = await newcomerBy(ctx.tx, memberId)
  if (!newcomer || newcomer.next === 'over' || newcomer.next === 'welcome') return
  const member = await memberById(ctx.tx, memberId)
  if (!member) return
  const days = await daysOf(ctx, member)
  await goOn(ctx, newcomer, newcomer.next, days, momentOf(newcomer.next, newcomer.joinedAt, days))
}

/**
 * Where a platform lets us speak first to nobody, a welcome is lost until the newcomer writes to us: then it is said. What
 * they said goes its own way.
 */
export async function welcomeWhenReached(ctx: PersonContext, catalogue: readonly Command[]): Promise<false> {
  if (!isMember(ctx)) return false
  const { tx, actor } = ctx
  const newcomer = await newcomerBy(tx, actor.memberId)
  if (!newcomer || newcomer.next === 'over') return false
  const key = welcomeKey(actor.memberId)
  if (!(await wasLost(tx, key))) return false
  const member = await memberById(tx, actor.memberId)
  if (member) await sayWelcome(ctx, member, catalogue, `${key}:again`)
  return false
}
