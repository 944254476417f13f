import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { sourcesOf } from '../metrics/figures.ts'
import type { Board } from './board.ts'
import { pictureOf } from './board-picture.ts'
import { postsWith } from './post-store.ts'
import { readBoard } from './read-board.ts'
import { boardContent, correctedNote, whyCorrected } from './words.ts'

/**
 * Says every posted board anew, once, whose public part a correction has changed: as it stands with the correction, in place
 * where that can be. What was reported between the posting and the correction counts in it, too.
 */
export async function revisePosted(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { tx, team } = ctx
  const { memberId, metricId, date, at } = events['entries.corrected'].parse(payload)
  const all = await everyMetricOf(tx, team.id)
  const corrected = all.find(({ id }) => id === metricId)
  if (!corrected) return
  for (const post of await postsWith(tx, team.id, date)) {
    const metric = all.find(({ id }) => id === post.metricId)
    if (!metric || !sourcesOf(metric, all).includes(corrected)) continue
    const asOf = (until: Date) =>
      readBoard(tx, team, { metric, period: post.period, until, sums: 'then', basis: post.basis })
    const after = await asOf(new Date(at))
    if (shows(after) === shows(await asOf(new Date(Date.parse(at) - 1)))) continue
    const { zone, lang } = team
    const picture = await pictureOf(ctx, after, lang)
    const note = correctedNote(after, { metric: corrected, date }, zone, lang)
    const content = boardContent(after, { picture, note }, zone, lang)
    ctx.say({
      ...{ to: { team: team.id }, content, lane: 'digest', purpose: 'boards.corrected' },
      key: `${post.key}:${memberId}:${metricId}:${date}:${at}`,
      revises: { key: post.key, short: content },
      reason: { words: whyCorrected },
    })
  }
}

/** All that the group sees of its figures. */
function shows({ top }: Board): string {
  return JSON.stringify(top.map(({ memberId, rank, value }) => [memberId, rank, value]))
}
