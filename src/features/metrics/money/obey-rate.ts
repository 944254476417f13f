import { UserError } from '../../../base/errors.ts'
import { toLocal } from '../../../calendar/zone.ts'
import type { MemberContext } from '../../../context.ts'
import { requireRole } from '../../team/permission.ts'
import { ownCurrency } from '../metric-settings.ts'
import { readRateLines } from './rate-lines.ts'
import { insertRates, latestRates } from './rate-store.ts'
import { rateFaults, rateList, ratesKept } from './rate-words.ts'

/** The latest rates that are listed. */
const MOST_RATES = 20

/** Answers `/rate`: alone it lists, with `USD 7.1 2026-11-01` it keeps rates, a line each; all lines or none. */
export async function obeyRate(ctx: MemberContext, text: string): Promise<void> {
  const { tx, team, now, actor, lang } = ctx
  const into = ownCurrency(team)
  const answer = (content: Parameters<typeof ctx.say>[0]['content']) =>
    ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.rate' })
  if (text.trim() === '') return answer(rateList(await latestRates(tx, team.id, into, MOST_RATES), into, lang))
  requireRole(ctx, 'manager')
  const { rates, faults } = readRateLines(text, { into, today: toLocal(now, team.zone).date })
  if (faults.length > 0) throw new UserError('rate-unclear', rateFaults(faults))
  await insertRates(tx, { teamId: team.id, into, createdBy: actor.personId, createdAt: now }, rates)
  ctx.emit({ name: 'rates.given', teamId: team.id, payload: {} })
  answer(ratesKept(rates, into, lang))
}
