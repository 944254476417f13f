import { UserError } from '../../base/errors.ts'
import { DAY_MS } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { shownMetricsOf } from '../metrics/catalogue.ts'
import { requireRole } from '../team/permission.ts'
import { exportProof } from './export-proof.ts'
import { withMetrics } from './find-award.ts'
import { redoChampion } from './redo-champion.ts'
import { championUnclear } from './refusals.ts'
import { readRequest } from './request.ts'
import { showProof } from './show-proof.ts'
import { awardsSince } from './store.ts'
import { championList } from './words.ts'

/** Answers `/champion`, and `/trace champion`, which asks for the proof of one. */
export async function obeyChampion(ctx: MemberContext, rest: string): Promise<void> {
  const today = toLocal(ctx.now, ctx.team.zone).date
  const request = readRequest(rest, await shownMetricsOf(ctx.tx, ctx.team.id), today)
  switch (request.kind) {
    case 'list':
      return listChampions(ctx)
    case 'proof':
      return showProof(ctx, request.which)
    case 'export':
      requireRole(ctx, 'manager')
      return exportProof(ctx, request.which, request.page)
    case 'redo':
      requireRole(ctx, 'manager')
      return redoChampion(ctx, request.which, request.confirmed)
    case 'unclear':
      throw new UserError('champion-unclear', championUnclear(request.said))
  }
}

const YEARS_MS = 2 * 366 * DAY_MS
const MOST_LISTED = 24

/** Who was honoured openly may be asked for openly. */
async function listChampions(ctx: MemberContext): Promise<void> {
  const { tx, team, now, place } = ctx
  const lang = place.kind === 'group' ? team.lang : ctx.lang
  const awards = await awardsSince(tx, team.id, new Date(now.getTime() - YEARS_MS), MOST_LISTED)
  const content = championList(await withMetrics(ctx, awards), lang)
  ctx.say({ to: { reply: 'open' }, content, lane: 'reply', purpose: 'champions.list' })
}
