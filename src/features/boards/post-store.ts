import { z } from 'zod'
import type { LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOfKey } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Basis, bases } from './basis.ts'

const basisSchema = z.enum(bases)

/** A board that the team was shown. */
interface Post {
  /** Under which it was said. */
  readonly key: string
  readonly teamId: string
  readonly metricId: string
  readonly period: Period
  readonly basis: Basis
}

export async function keepPost(tx: Tx, { key, teamId, metricId, period, basis }: Post): Promise<void> {
  const { from, to } = period
  const data = [{ key, teamId, metricId, from, to, period: period.key, basis }]
  await tx.boardPost.createMany({ data, skipDuplicates: true })
}

/** The boards over periods with that day in them. */
export async function postsWith(tx: Tx, teamId: string, date: LocalDate): Promise<readonly Post[]> {
  const rows = await tx.boardPost.findMany({
    where: { teamId, from: { lte: date }, to: { gte: date } },
    orderBy: { key: 'asc' },
  })
  return rows.flatMap(({ key, metricId, period: written, basis }) => {
    const period = periodOfKey(written)
    return period ? [{ key, teamId, metricId, period, basis: basisSchema.parse(basis) }] : []
  })
}
