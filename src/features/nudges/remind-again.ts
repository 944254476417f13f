import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { allForms } from '../forms/store.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { reportIn } from '../reports/store.ts'
import { roundById } from '../rounds/store.ts'
import { memberById } from '../team/members.ts'
import { teamById } from '../team/teams.ts'
import { decide, earliest } from './budget.ts'
import { situationOf } from './nudge.ts'
import { reminderFor, reminderKeys } from './remind-round.ts'
import { reminderReason } from './remind-words.ts'
import { AGAIN, nudgesOn } from './store.ts'

/**
 * Says today's reminders of rounds that are still open and unanswered again at that moment, because the person asked for
 * it. That is no unasked message, so it is not counted; hours, workdays and leave still hold. Answers how many will be said.
 */
export async function remindAgain(ctx: MemberContext, at: Date): Promise<number> {
  const said = await nudgesOn(ctx.tx, ctx.actor.personId, toLocal(ctx.now, ctx.team.zone).date)
  const about = new Map<string, string>()
  for (const { sent, memberId, reason } of said) {
    const roundId = reason.facts['roundId']
    if (sent && typeof roundId === 'string') about.set(roundId, memberId)
  }
  let count = 0
  for (const [roundId, memberId] of about) if (await putOff(ctx, roundId, memberId, at)) count++
  return count
}

/** The reminder may be of another team of the person than the one in which they speak. */
async function putOff(ctx: MemberContext, roundId: string, memberId: string, at: Date): Promise<boolean> {
  const { tx } = ctx
  const member = await memberById(tx, memberId)
  const team = member && (await teamById(tx, member.teamId))
  const round = await roundById(tx, roundId)
  if (!team || !round || round.closesAt <= at || (await reportIn(tx, roundId, memberId))) return false
  const form = (await allForms(tx, team.id)).find(({ id }) => id === round.formId)
  if (!form) return false
  const decision = decide({ ...(await situationOf({ tx, team }, member, AGAIN, at)), spent: 0 })
  if (!decision.say) return false
  const facts = { kind: AGAIN, form, round, zone: team.zone, now: at } as const
  ctx.say({
    to: { person: member.personId },
    content: await reminderFor(ctx, { ...facts, member, metrics: await metricsOf(tx, team.id) }),
    lane: 'nudge',
    purpose: AGAIN,
    key: `${reminderKeys(roundId, memberId)}again:${at.toISOString()}`,
    notBefore: at,
    expiresAt: earliest(decision.until, round.closesAt),
    reason: reminderReason(facts),
  })
  return true
}
