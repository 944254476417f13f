import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { correctDay, hasDay } from '../metrics/correct-day.ts'
import { dailyOf, recordValues } from '../metrics/entries.ts'
import { figureOf } from '../metrics/metric.ts'
import { tellMember } from './tell-member.ts'
import { understand } from './understand.ts'
import { needsReason, recorded } from './words.ts'

/** Answers `/record`: adds a value to a day, one's own or with a reason another's. A stock is set anew, not added to. */
export async function recordByHand(ctx: MemberContext, text: string): Promise<void> {
  const { tx, lang, actor } = ctx
  const given = await understand(ctx, text, 'record')
  const { metric, date, value, reason } = given
  const { memberId } = given.member
  if (memberId !== actor.memberId && reason === '') throw new UserError('entry-no-reason', needsReason('record'))
  const createdBy = actor.personId
  if (metric.aggregation === 'last' && (await hasDay(ctx, { memberId, metricId: metric.id, date })))
    await correctDay(ctx, { memberId, metric, date, value, reason, createdBy })
  else
    await recordValues(ctx, {
      ...{ memberId, date, values: { [metric.key]: value }, source: 'manual', createdBy },
      ...(reason !== '' && { reason }),
    })
  const [now] = await dailyOf(tx, { metricIds: [metric.id], from: date, to: date, memberIds: [memberId] })
  const content = recorded(given, now ? figureOf(metric, now) : value, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'entries.recorded' })
  tellMember(ctx, given, null)
}
