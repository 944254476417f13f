import { DAY_MS } from '../../calendar/dates.ts'
import type { TeamContext } from '../../context.ts'
import { readBoard } from '../boards/read-board.ts'
import type { SlotRun } from '../feature.ts'
import { unlessUnrated } from '../metrics/money/unless-unrated.ts'
import { managersOf } from '../team/members.ts'
import type { Verdict } from './award.ts'
import { type Found, withMetrics } from './find-award.ts'
import { cannotCount, correctedContent, whyCorrected } from './redo-words.ts'
import { awardsSince, correctedSince, lastEntryBefore, markChecked } from './store.ts'

/** A correction of what is older than this concerns nobody's certificate any more. */
const WATCHED_MS = 400 * DAY_MS
const MOST_WATCHED = 200

/** Longer than any transaction takes: an entry numbered before those seen by then is not still to appear. */
const SETTLED_MS = 3_600_000

/**
 * Tells the managers, once for each new outcome, that entries behind an award have been corrected. The award stands until
 * a manager has it worked out again. Costs as much as was written since the last look.
 */
export async function checkCorrections(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const awards = await awardsSince(tx, team.id, new Date(slot.at.getTime() - WATCHED_MS), MOST_WATCHED)
  if (awards.length === 0) return
  const corrected = await correctedSince(tx, awards)
  for (const found of await withMetrics(ctx, corrected)) await tellManagers(ctx, found)
  await markChecked(tx, awards, await lastEntryBefore(tx, new Date(slot.at.getTime() - SETTLED_MS)))
}

async function tellManagers(ctx: TeamContext, { award, metric }: Found): Promise<void> {
  const { tx, team } = ctx
  const unsaid = {
    ...{ what: cannotCount({ award, metric }), purpose: 'champions.not-counted', reason: whyCorrected },
    key: `champions.not-counted:${award.id}`,
  }
  const found = await unlessUnrated(ctx, unsaid, async () => ({ verdict: await firstNow(ctx, { award, metric }) }))
  if (found === null) return
  const { verdict } = found
  const outcome =
    verdict === null ? 'none' : [verdict.value, ...verdict.winners.map(it => it.memberId).sort()].join(',')
  for (const manager of await managersOf(tx, team)) {
    ctx.say({
      to: { person: manager.personId },
      content: correctedContent({ award, metric, verdict }, manager.lang),
      lane: 'digest',
      purpose: 'champions.corrected',
      key: `champions.corrected:${award.id}:${outcome}:${manager.memberId}`,
      reason: { words: whyCorrected },
    })
  }
}

/** Who would be first if it were counted now, from the sums that are kept. */
async function firstNow(
  { tx, team, now }: TeamContext,
  { award, metric }: Found,
): Promise<Pick<Verdict, 'winners' | 'value'> | null> {
  const { rows } = await readBoard(tx, team, { metric, period: award.period, until: now, sums: 'kept' })
  const [first] = rows
  if (!first) return null
  return { winners: rows.filter(({ rank }) => rank === 1), value: first.value }
}
