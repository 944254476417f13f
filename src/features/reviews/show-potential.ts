import { UserError } from '../../base/errors.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { membersOf } from '../team/members.ts'
import { requireRole } from '../team/permission.ts'
import { factsOf } from './potential.ts'
import { readFacts } from './read-facts.ts'
import { reviewPeriod } from './review.ts'
import { answer } from './tell.ts'
import { potentialContent } from './words/potential.ts'
import { periodUnclear } from './words/refusals.ts'

/** `/review potential`: facts that may speak for somebody, for a manager alone; each look is on the record of who is in it. */
export async function showPotential(ctx: MemberContext, text: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, lang } = ctx
  const period = periodMeant(text, toLocal(ctx.now, team.zone).date)
  const members = (await membersOf(tx, team)).filter(({ role }) => !atLeast(role, 'manager'))
  const cards = await readFacts(ctx, members, period)
  const facts = factsOf([...cards].map(([memberId, card]) => ({ memberId, card })))
  const rows = members.flatMap(({ memberId, name }) => {
    const theirs = facts.get(memberId)
    return theirs ? [{ name, facts: theirs }] : []
  })
  answer(ctx, 'potential', potentialContent({ period, rows }, lang))
  // Nobody here is a manager, so nobody looks at themselves.
  for (const about of facts.keys())
    ctx.note({ by: ctx.actor.personId, about, what: 'reviews.potential', words: sawFacts, read: true })
}

const sawFacts = { zh: '看了进步、稳定性和同事表扬的事实', en: 'saw facts about growth, steadiness and thanks' }

/** Without a period the last quarter that is over. */
function periodMeant(text: string, today: string): Period {
  if (text.trim() === '') return previous(periodOf('quarter', today))
  const period = reviewPeriod(parsePeriod(text.normalize('NFKC'), today))
  if (period === null) throw new UserError('reviews.period', periodUnclear(text))
  return period
}
