import { type Period, periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { kudosSettings } from './kudos-settings.ts'
import { countGiven, countReceived, kudosOf, latestTo } from './store.ts'
import { mineContent, periodContent } from './words.ts'

const MOST_LISTED = 5
const MOST_OF_TEAM = 20

/** What the actor gave and received this month, and what they may still give today. */
export async function showMine(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const { date } = toLocal(now, team.zone)
  const [month, day] = [periodOf('month', date), periodOf('day', date)]
  const limits = kudosSettings(team)
  const mine = {
    month,
    given: await countGiven(tx, actor.memberId, month),
    received: await countReceived(tx, actor.memberId, month),
    latest: await latestTo(tx, actor.memberId, month, MOST_LISTED),
    left: Math.max(0, limits.givePerDay - (await countGiven(tx, actor.memberId, day))),
    values: limits.values,
  }
  ctx.say({ to: { reply: 'private' }, content: mineContent(mine, lang), lane: 'reply', purpose: 'kudos.mine' })
}

/** What was said in the team in a period; it was open to all when it was said. */
export async function showPeriod(ctx: MemberContext, period: Period): Promise<void> {
  const { tx, team, lang } = ctx
  const all = await kudosOf(tx, team.id, period, MOST_OF_TEAM)
  const content = periodContent(period, all, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'kudos.period' })
}
