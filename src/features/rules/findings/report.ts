import { addDays } from '../../../calendar/dates.ts'
import { toInstant } from '../../../calendar/zone.ts'
import type { MemberContext, TeamContext } from '../../../context.ts'
import type { SlotRun } from '../../feature.ts'
import { answerInPrivate } from '../../privacy/in-private.ts'
import { managersOf, membersOf } from '../../team/members.ts'
import { requireRole } from '../../team/permission.ts'
import { hearingSettings } from '../hearing/hearing-settings.ts'
import { rulesOf } from '../store.ts'
import { doubtfulFor } from './doubtful.ts'
import { reportContent } from './report-words.ts'
import { type Fared, fared, tallies } from './tally.ts'

/** How the rules fared in the last seven days, for managers alone. */
export async function showReport(ctx: MemberContext): Promise<void> {
  requireRole(ctx, 'manager')
  const justAfter = new Date(ctx.now.getTime() + 1)
  const { count } = await doubtfulFor(ctx, ctx.actor.memberId, 0)
  answerInPrivate(ctx, 'rules.report', reportContent(await howRulesFared(ctx, justAfter), count, ctx.lang))
}

/** Each manager hears on Monday how the week before went. Of a week before there were rules there is nothing to tell. */
export async function sendReport(ctx: TeamContext, { date }: SlotRun): Promise<void> {
  const { tx, team } = ctx
  if (!hearingSettings(team).weekly) return
  const until = toInstant(date, '00:00', team.zone)
  const all = await howRulesFared(ctx, until)
  if (!all.some(({ rule, tally }) => rule.changedAt < until || tally.lately > 0)) return
  for (const { memberId, personId, lang } of await managersOf(tx, team)) {
    const { count } = await doubtfulFor(ctx, memberId, 0)
    ctx.say({
      ...{ to: { person: personId }, lane: 'digest', purpose: 'rules.weekly' },
      content: reportContent(all, count, lang),
      key: `rules.weekly:${team.id}:${date}:${memberId}`,
      expiresAt: toInstant(addDays(date, 1), '00:00', team.zone),
      reason: {
        words: { zh: '每周一告诉经理群规的情况', en: 'Managers hear every Monday how the rules fare' },
      },
    })
  }
}

async function howRulesFared({ tx, team }: TeamContext, until: Date): Promise<readonly Fared[]> {
  const members = (await membersOf(tx, team)).length
  return fared(await rulesOf(tx, team.id), await tallies(tx, team.id, until), { members, until })
}
