import { z } from 'zod'
import { localDateSchema } from '../../calendar/dates.ts'
import { leaveSchema } from '../../calendar/leave.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext, TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { answer } from './answer.ts'
import { lastDayAway, leaveToOffer, stillAhead } from './leave-offer.ts'
import { leavesOf } from './leaves.ts'
import { memberById } from './members.ts'
import { obeyLeave } from './obey-leave.ts'
import { todayOf } from './take-leave.ts'
import { leaveOfferWords, offerDeclinedWords, whyOffered } from './words/accounts.ts'

/** Asks a member whose status tells of a holiday whether it shall count as leave; once for each end of it. */
export async function offerLeave(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { tx, team, now } = ctx
  const { memberId, until } = events['member.away'].parse(payload)
  const member = await memberById(tx, memberId)
  if (member === null || member.leftOn !== null) return
  const today = toLocal(now, team.zone).date
  const last = lastDayAway(new Date(until), team.zone)
  const leaves = (await leavesOf(tx, [memberId], today, last)).get(memberId) ?? []
  const leave = leaveToOffer({ today, last, calendar: member.calendar, leaves })
  if (leave === null) return
  ctx.say({
    to: { person: member.personId },
    content: leaveOfferWords(member.lang, { leave, last }),
    lane: 'nudge',
    purpose: 'team.leave-offer',
    key: `team.leave-offer:${member.personId}:${until}`,
    expiresAt: new Date(until),
    reason: { words: whyOffered, facts: { until: last } },
  })
}

const offeredSchema = z
  .string()
  .transform(text => text.split('~'))
  .pipe(z.tuple([localDateSchema, localDateSchema]))
  .transform(([from, to]) => ({ from, to }))
  .pipe(leaveSchema)

/** The answer to the offer: `no`, or the days that it named. */
export async function takeOfferedLeave(ctx: MemberContext, value: string): Promise<void> {
  if (value === 'no') return answer(ctx, 'team.leave-offer', offerDeclinedWords(ctx.lang))
  const { data: leave } = offeredSchema.safeParse(value)
  if (leave === undefined) return await obeyLeave(ctx, { kind: 'no-date' })
  await obeyLeave(ctx, { kind: 'take', who: null, leave: stillAhead(leave, todayOf(ctx)) })
}
