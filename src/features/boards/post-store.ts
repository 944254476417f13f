import { z } from 'zod'
import type { LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOfKey } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Basis, bases } from './basis.ts'
import type { Board } from './board.ts'

const basisSchema = z.enum(bases)

/** A board that everybody in a group was shown. */
export interface Post {
  /** Under which it was said. */
  readonly key: string
  readonly teamId: string
  /** Null for every group of the team, as on schedule; else where somebody asked. */
  readonly channelId: string | null
  /** Null for the team's scorecard. */
  readonly metricId: string | null
  readonly period: Period
  readonly basis: Basis
  readonly newcomers: boolean
  readonly postedAt: Date
}

/** What of a board is kept with it. */
export function postOf({ metric, period, basis, newcomers, scorecard }: Board) {
  return { metricId: scorecard ? null : metric.id, period, basis, newcomers }
}

export async function keepPost(tx: Tx, { period: { from, to, key: period }, ...post }: Post): Promise<void> {
  await tx.boardPost.createMany({ data: [{ ...post, from, to, period }], skipDuplicates: true })
}

/** Keeps a board that was asked for in a group. Of the same board asked for there before, nothing is kept any more. */
export async function keepAnswer(tx: Tx, post: Post & { readonly channelId: string }): Promise<void> {
  const { teamId, channelId, metricId, period, basis, newcomers } = post
  await tx.boardPost.deleteMany({ where: { teamId, channelId, metricId, period: period.key, basis, newcomers } })
  await keepPost(tx, post)
}

/** The boards over periods with a day of that span in them that were posted since then. */
export async function postsWithin(
  tx: Tx,
  teamId: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  since: Date,
): Promise<readonly Post[]> {
  const rows = await tx.boardPost.findMany({
    where: { teamId, postedAt: { gte: since }, from: { lte: to }, to: { gte: from } },
    orderBy: { key: 'asc' },
  })
  return rows.flatMap(({ period: written, basis, from, to, ...post }) => {
    const period = periodOfKey(written)
    return period ? [{ ...post, period, basis: basisSchema.parse(basis) }] : []
  })
}
