import { UserError } from '../../base/errors.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { obeyMail } from '../mail/obey-mail.ts'
import { readMailRequest } from '../mail/request.ts'
import { theSelf } from '../team/the-self.ts'
import { showMyDay } from './show-my-day.ts'
import { showMyPeriod } from './show-my-period.ts'
import { periodUnclear } from './words/my-period.ts'

/** Answers `/my`, alone or with a period; `/my mail` is about one's address. */
export async function obeyMy(ctx: MemberContext, rest: string): Promise<void> {
  const mail = readMailRequest(rest)
  if (mail !== null) return await obeyMail(ctx, mail)
  const member = await theSelf(ctx)
  ctx.emit({ name: 'my.shown', teamId: ctx.team.id, payload: { memberId: member.memberId } })
  const said = rest.normalize('NFKC').trim()
  const today = toLocal(ctx.now, ctx.team.zone).date
  if (said === '' || said === '今天' || said.toLowerCase() === 'today') return showMyDay(ctx, member)
  const period = parsePeriod(said, today)
  if (!period) throw new UserError('overview.period-unclear', periodUnclear(said))
  return showMyPeriod(ctx, member, period)
}
