import { UserError } from '../../base/errors.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { theSelf } from '../team/the-self.ts'
import { showMyDay } from './show-my-day.ts'
import { showMyPeriod } from './show-my-period.ts'
import { periodUnclear } from './words/my-period.ts'

/** Answers `/my`, alone or with a period. */
export async function obeyMy(ctx: MemberContext, rest: string): Promise<void> {
  const member = await theSelf(ctx)
  const said = rest.normalize('NFKC').trim()
  const today = toLocal(ctx.now, ctx.team.zone).date
  if (said === '' || said === '今天' || said.toLowerCase() === 'today') return showMyDay(ctx, member)
  const period = parsePeriod(said, today)
  if (!period) throw new UserError('overview.period-unclear', periodUnclear(said))
  return showMyPeriod(ctx, member, period)
}
