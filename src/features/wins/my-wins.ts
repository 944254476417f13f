import { periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { winsOf } from './store.ts'
import { myWinsContent } from './words.ts'

/** What the bell rang for the actor this month, and how to ring it. */
export async function showMyWins(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const month = periodOf('month', toLocal(now, team.zone).date)
  const wins = await winsOf(tx, actor.memberId, month)
  const content = myWinsContent(month, wins, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'wins.mine' })
}
