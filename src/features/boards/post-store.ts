import type { LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOfKey } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'

/** A board that the team was shown. */
interface Post {
  /** Under which it was said. */
  readonly key: string
  readonly teamId: string
  readonly metricId: string
  readonly period: Period
}

export async function keepPost(tx: Tx, { key, teamId, metricId, period }: Post): Promise<void> {
  const { from, to } = period
  const data = [{ key, teamId, metricId, from, to, period: period.key }]
  await tx.boardPost.createMany({ data, skipDuplicates: true })
}

/** The boards over periods with that day in them. */
export async function postsWith(tx: Tx, teamId: string, date: LocalDate): Promise<readonly Post[]> {
  const rows = await tx.boardPost.findMany({
    where: { teamId, from: { lte: date }, to: { gte: date } },
    orderBy: { key: 'asc' },
  })
  return rows.flatMap(({ key, metricId, period: written }) => {
    const period = periodOfKey(written)
    return period ? [{ key, teamId, metricId, period }] : []
  })
}
