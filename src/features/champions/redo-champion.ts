import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { sameVerdict } from './award.ts'
import { findAward } from './find-award.ts'
import { announce } from './name-champions.ts'
import { redoAsked, redoDone, redoSame } from './redo-words.ts'
import { nothingLeft } from './refusals.ts'
import type { Which } from './request.ts'
import { keepAward } from './store.ts'
import { workOut } from './work-out.ts'

/**
 * Works an award out again from the entries as they are now. Unconfirmed it only says what would change; confirmed, the
 * group hears of it. Where nothing changes nothing is written.
 */
export async function redoChampion(ctx: MemberContext, which: Which, confirmed: boolean): Promise<void> {
  const { tx, team, now, lang } = ctx
  const { award, metric } = await findAward(ctx, which)
  const verdict = await workOut(tx, team, metric, award.period, now)
  if (!verdict) throw new UserError('champion-nothing-left', nothingLeft)
  const say = (content: ReturnType<typeof redoSame>) =>
    ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'champions.redo' })
  if (sameVerdict(award, verdict)) return say(redoSame(award, metric, lang))
  if (!confirmed) return say(redoAsked({ award, verdict, metric }, lang))
  const corrected = await keepAward(tx, team.id, verdict, award.revision + 1)
  if (corrected) await announce(ctx, corrected, metric)
  say(redoDone(verdict, metric, lang))
}
