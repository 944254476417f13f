import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { memberById } from '../team/members.ts'
import type { Case } from './case.ts'
import { shownCase } from './shown.ts'
import { closedForFiler, whyTold } from './words/told.ts'

/** Whoever raised a problem hears what became of it: nothing that is filed disappears. */
export async function tellFiler(ctx: MemberContext, it: Case, why: string | null = null): Promise<void> {
  const { tx, team, now, actor } = ctx
  if (it.filedBy === actor.memberId) return
  const filer = await memberById(tx, it.filedBy)
  if (!filer || filer.leftOn !== null) return
  ctx.say({
    to: { person: filer.personId },
    content: closedForFiler(await shownCase(tx, it, toLocal(now, team.zone).date), why, filer.lang),
    lane: 'nudge',
    purpose: 'cases.closed',
    key: `cases.closed:${it.id}:${now.toISOString()}`,
    reason: { words: whyTold },
  })
}
