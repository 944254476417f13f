import type { MemberContext } from '../../context.ts'
import type { Given } from './understand.ts'
import { whyWritten, writtenByOther } from './words.ts'

/** Tells a member in private what somebody else wrote for them: with `before` a correction, else a new entry. */
export function tellMember(ctx: MemberContext, given: Given, before: number | null): void {
  const { member, metric, date } = given
  if (member.memberId === ctx.actor.memberId) return
  ctx.say({
    to: { person: member.personId },
    content: writtenByOther(given, ctx.actor.name, before, member.lang),
    lane: 'nudge',
    purpose: 'entries.told',
    key: `entries.told:${member.memberId}:${metric.id}:${date}:${ctx.now.toISOString()}`,
    reason: { words: whyWritten },
  })
}
