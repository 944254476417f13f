import { addDays } from '../../calendar/dates.ts'
import { periodOf } from '../../calendar/periods.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { managersOf } from '../team/members.ts'
import { attentionPoints } from './attention.ts'
import { pictureOf } from './picture.ts'
import { readManagerFacts } from './read-manager-facts.ts'
import { readSummaryFacts } from './read-summary.ts'
import { isEmpty, summarise } from './summary.ts'
import { managersContent } from './words/attention.ts'
import { summaryContent, whyManagers, whyWeekly } from './words/summary.ts'

/** Sums up the slot's week, as it stood at the slot, to the group and with more to each manager. An empty week is left in peace. */
export async function postWeekly(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const period = periodOf('week', slot.date)
  const wanted = { period, until: slot.at, sums: 'then' } as const
  const summary = summarise(await readSummaryFacts(tx, team, { ...wanted, audience: 'team' }))
  const facts = await readSummaryFacts(tx, team, { ...wanted, audience: 'manager' })
  const whole = summarise(facts)
  if (isEmpty(whole)) return
  const moment = slot.at.toISOString()
  const expiresAt = toInstant(addDays(period.to, 1), '00:00', team.zone)
  if (!isEmpty(summary)) {
    ctx.say({
      to: { team: team.id },
      content: summaryContent(
        summary,
        { zone: team.zone, picture: await pictureOf(ctx, summary, team.lang) },
        team.lang,
      ),
      lane: 'digest',
      purpose: 'summaries.weekly',
      key: `summaries.weekly:${team.id}:${moment}`,
      expiresAt,
      reason: { words: whyWeekly },
    })
  }
  const attention = attentionPoints(facts, await readManagerFacts(tx, team, facts))
  for (const { memberId, personId, lang } of await managersOf(tx, team)) {
    ctx.say({
      to: { person: personId },
      content: managersContent(
        whole,
        attention,
        { metrics: facts.metrics, zone: team.zone, picture: await pictureOf(ctx, whole, lang) },
        lang,
      ),
      lane: 'digest',
      purpose: 'summaries.managers',
      key: `summaries.managers:${memberId}:${moment}`,
      expiresAt,
      reason: { words: whyManagers },
    })
  }
}
