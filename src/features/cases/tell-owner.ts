import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { TeamMember } from '../team/members.ts'
import type { Case } from './case.ts'
import { shownCase } from './shown.ts'
import { cardBlocks } from './words/card.ts'
import { ownedContent, whyOwned } from './words/told.ts'

/** Tells whoever owns a case from now on, in private, with the ways to go on. */
export async function tellOwner(ctx: TeamContext, it: Case, owner: TeamMember): Promise<void> {
  const { tx, team, now, actor } = ctx
  const shown = await shownCase(tx, it, toLocal(now, team.zone).date)
  ctx.say({
    to: { person: owner.personId },
    content: ownedContent(cardBlocks(shown, owner.lang), actor?.name ?? shown.filedBy, owner.lang),
    lane: 'nudge',
    purpose: 'cases.owned',
    key: `cases.owned:${it.id}:${owner.memberId}:${now.toISOString()}`,
    reason: { words: whyOwned },
  })
}
