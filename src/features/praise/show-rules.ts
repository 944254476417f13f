import { firstOfMonth } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { memberById } from '../team/members.ts'
import { praiseRules } from './praise.ts'
import { praiseSettings } from './praise-settings.ts'
import { rulesContent, type ShownRule } from './rules-words.ts'
import { lastPraise, praisesOf } from './store.ts'

/** Answers `/praise`: the rules, which are on, and when each last had occasion. To the manager alone. */
export async function showRules(ctx: MemberContext): Promise<void> {
  const { tx, team, now, lang } = ctx
  const settings = praiseSettings(team)
  const isOn = {
    ...{ target: settings.target, 'first-deal': settings.firstDeal, best: settings.best, streak: settings.streak },
    recovery: settings.recovery,
  }
  const rules: ShownRule[] = []
  for (const rule of praiseRules) {
    const last = await lastPraise(tx, team.id, rule)
    const member = last && (await memberById(tx, last.memberId))
    rules.push({ rule, isOn: isOn[rule], last: last && { on: last.on, name: member?.name ?? '' } })
  }
  const today = toLocal(now, team.zone).date
  const month = await praisesOf(tx, team, { from: firstOfMonth(today), to: today })
  const content = rulesContent({ rules, at: settings.at, mostADay: settings.mostADay, inMonth: month.length }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'praise.rules' })
}
