import type { MemberContext } from '../../context.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { findAward } from './find-award.ts'
import { counting, ledgerOf, ofWinners, proofOf } from './ledger.ts'
import { proofContent } from './proof-words.ts'
import type { Which } from './request.ts'
import { ledgerEntries } from './store.ts'

/**
 * Answers how an award came about, to the asker alone: the rule, the entries of whoever was first (whose figure all have
 * seen), and whether what is kept still proves it.
 */
export async function showProof(ctx: MemberContext, which: Which): Promise<void> {
  const { tx, team, lang } = ctx
  const { award, metric } = await findAward(ctx, which)
  const ledger = await ledgerEntries(tx, award)
  const entries = counting(ledger, award.period)
  const content = proofContent(
    {
      ...{ award, metric, entries: ofWinners(award, entries), counted: entries.length },
      metrics: await everyMetricOf(tx, team.id),
      holds: proofOf(ledgerOf(award, ledger)) === award.proof,
    },
    team.zone,
    lang,
  )
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'champions.proof' })
}
