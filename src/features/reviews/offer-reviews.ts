import { addDays, type LocalDate, monthOf } from '../../calendar/dates.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toInstant } from '../../calendar/zone.ts'
import { atLeast, type Team, type TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { managersOf, membersOf } from '../team/members.ts'
import { reviewSettings } from './review-settings.ts'
import { countReviews } from './store.ts'
import { offerContent, whyOffered } from './words/offer.ts'

/** The hint is worth reading for so long. Days. */
const WORTH = 7

/** Tells managers in private, once, that reviews of the period that ends are due, unless all are begun. */
export async function offerReviews(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const reps = (await membersOf(tx, team)).filter(({ role }) => !atLeast(role, 'manager')).length
  for (const period of periodsEnding(slot.date, team)) {
    const begun = await countReviews(tx, team.id, period.key)
    if (reps === 0 || begun >= reps) continue
    for (const manager of await managersOf(tx, team)) {
      ctx.say({
        to: { person: manager.personId },
        content: offerContent({ period, begun, reps }, manager.lang),
        lane: 'digest',
        purpose: 'reviews.offer',
        key: `reviews.offer:${team.id}:${period.key}:${manager.memberId}`,
        expiresAt: toInstant(addDays(slot.date, WORTH), '00:00', team.zone),
        reason: { words: whyOffered },
      })
    }
  }
}

/** The periods whose last workday this is, the longest first: a year's end is no time for three hints. */
function periodsEnding(date: LocalDate, team: Team): readonly Period[] {
  const { monthly, quarterly, yearly } = reviewSettings(team)
  const month = monthOf(date)
  if (yearly && month === 12) return [periodOf('year', date)]
  if (quarterly && month % 3 === 0) return [periodOf('quarter', date)]
  return monthly ? [periodOf('month', date)] : []
}
