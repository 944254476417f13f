import { addDays, type LocalDate } from '../../../calendar/dates.ts'
import { toInstant } from '../../../calendar/zone.ts'
import type { Content } from '../../../content/content.ts'
import type { TeamContext } from '../../../context.ts'
import { refuseUnrated } from '../../metrics/money/rate-words.ts'
import { unlessUnrated } from '../../metrics/money/unless-unrated.ts'
import { expiredContent, notChecked, poolsContent, reachedContent, whyPool } from '../words/pools.ts'
import { pictureOfPool } from './picture.ts'
import { outcomeOf, type PoolProgress } from './pool.ts'
import { progressOf } from './progress.ts'
import { lockPools, runningPools, savePoolState } from './store.ts'

export interface Moment {
  readonly at: Date
  readonly date: LocalDate
}

/** Settles the running pools as of a slot: what is reached is celebrated once and for all, what is over ends kindly. */
export async function checkPools(ctx: TeamContext, moment: Moment): Promise<void> {
  const { tx, team } = ctx
  await lockPools(tx, team.id)
  const rated: PoolProgress[] = []
  for (const progress of await progressOf(tx, team, await runningPools(tx, team.id), moment.at))
    if (await isRated(ctx, moment, progress)) rated.push(progress)
  await settle(ctx, moment, rated)
}

/** A pool whose figure lacks a rate is neither reached nor over; the managers are told, and it is looked at again. */
async function isRated(ctx: TeamContext, { date }: Moment, { pool, converted }: PoolProgress): Promise<boolean> {
  const unsaid = {
    ...{ what: notChecked(pool), purpose: 'rewards.unrated', reason: whyPool },
    key: `rewards.unrated:${pool.id}:${date}`,
  }
  const rated = await unlessUnrated(ctx, unsaid, async () => {
    refuseUnrated(converted)
    return true
  })
  return rated !== null
}

/** A report may have brought a pool to its target. Whether one is over the clock says, once late reports are in. */
export async function celebratePools(ctx: TeamContext, moment: Moment): Promise<void> {
  const { tx, team } = ctx
  await lockPools(tx, team.id)
  const all = await progressOf(tx, team, await runningPools(tx, team.id), null)
  const reached = all.filter(({ share }) => share >= 1)
  await settle(ctx, moment, reached)
}

async function settle(ctx: TeamContext, { at, date }: Moment, pools: readonly PoolProgress[]): Promise<void> {
  const { tx } = ctx
  for (const progress of pools) {
    const state = outcomeOf(progress, date)
    if (state === 'running') continue
    await savePoolState(tx, progress.pool.id, { state, settledAt: at, settled: progress.value })
    const content = await settledContent(ctx, state, progress)
    say(ctx, { what: `pool-${state}:${progress.pool.id}`, content, date })
  }
}

async function settledContent(ctx: TeamContext, state: string, progress: PoolProgress): Promise<Content> {
  const { lang } = ctx.team
  if (state !== 'reached') return expiredContent(progress, lang)
  return reachedContent(progress, await pictureOfPool(ctx, progress, lang), lang)
}

/** Tells the group how its pools stand; nothing without a running one. */
export async function postPools(ctx: TeamContext, { at, date }: Moment): Promise<void> {
  const { tx, team } = ctx
  const shown = await progressOf(tx, team, await runningPools(tx, team.id), at)
  const [first, ...others] = shown
  if (first === undefined) return
  const picture = others.length === 0 && !first.converted?.missing ? await pictureOfPool(ctx, first, team.lang) : null
  const content = poolsContent(shown, { today: date, picture, manages: false }, team.lang)
  say(ctx, { what: `pools:${team.id}:${date}`, content, date })
}

function say(
  { team, say: speak }: TeamContext,
  { what, content, date }: { what: string; content: Content; date: LocalDate },
): void {
  speak({
    to: { team: team.id },
    content,
    lane: 'digest',
    purpose: 'rewards.pool',
    key: `rewards.${what}`,
    expiresAt: toInstant(addDays(date, 3), '00:00', team.zone),
    reason: { words: whyPool },
  })
}
