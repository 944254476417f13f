import { Prisma } from '../../../../prisma/client/client.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { lockAll } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Figure, StandingEntry } from '../entry-changes.ts'
import { byHouse } from '../metric.ts'

interface Days {
  readonly metricIds: readonly string[]
  readonly days: readonly { readonly memberId: string; readonly date: LocalDate }[]
}

/** What the house has counted of a metric of a member on a day. */
export interface CountedDay extends Omit<Figure, 'value'> {
  /** What it said last. */
  readonly said: number
  /** The entries that count for it now: its own, or somebody's corrections of them. Oldest first. */
  readonly standing: readonly StandingEntry[]
}

/** Until the transaction ends nobody else counts, corrects or adds to those days by hand. */
export async function lockDays(tx: Tx, { metricIds, days }: Days): Promise<void> {
  await lockAll(
    tx,
    days.flatMap(({ memberId, date }) => metricIds.map(metricId => `entries:${memberId}:${metricId}:${date}`)),
  )
}

interface Link extends StandingEntry {
  readonly root: bigint
  readonly source: string
}

/** Those of which anything was counted. Reads the entries of those members and metrics from the first to the last of the days. */
export async function countedDays(tx: Tx, { metricIds, days }: Days): Promise<readonly CountedDay[]> {
  const ids = (all: readonly string[]) => Prisma.join([...new Set(all)].map(id => Prisma.sql`${id}::uuid`))
  const dates = days.map(({ date }) => date).toSorted()
  const links = await tx.$queryRaw<(Omit<Link, 'value'> & { value: Prisma.Decimal })[]>`
    WITH RECURSIVE chain AS (
      SELECT id, id AS root, source, "metricId", "memberId", date, value FROM "Entry"
      WHERE "memberId" IN (${ids(days.map(({ memberId }) => memberId))}) AND "metricId" IN (${ids(metricIds)})
        AND date BETWEEN ${dates.at(0)} AND ${dates.at(-1)} AND source = ${byHouse} AND replaces IS NULL
      UNION ALL
      SELECT later.id, root, later.source, later."metricId", later."memberId", later.date, later.value
      FROM chain JOIN "Entry" AS later ON later.replaces = chain.id)
    SELECT * FROM chain ORDER BY id`
  const exact = links.map(link => ({ ...link, value: link.value.toNumber() }))
  const byDay = Map.groupBy(exact, ({ metricId, memberId, date }) => `${metricId} ${memberId} ${date}`)
  return [...byDay.values()].flatMap(dayOf)
}

function dayOf(links: readonly Link[]): readonly CountedDay[] {
  const [first] = links
  if (!first) return []
  const { metricId, memberId, date } = first
  // Two memberships that became one leave two chains on a day.
  const chains = [...Map.groupBy(links, ({ root }) => root).values()]
  const own = chains.flatMap(chain => chain.findLast(({ source }) => source === byHouse) ?? [])
  const standing = chains.flatMap(chain => chain.at(-1) ?? [])
  return [{ metricId, memberId, date, said: own.reduce((sum, { value }) => sum + value, 0), standing }]
}

/** The earliest day of which any of the metrics has a value. */
export async function firstDay(tx: Tx, metricIds: readonly string[]): Promise<LocalDate | null> {
  const firsts = await Promise.all(
    metricIds.map(metricId =>
      tx.metricDay.findFirst({ where: { metricId }, orderBy: { date: 'asc' }, select: { date: true } }),
    ),
  )
  return firsts.flatMap(first => first?.date ?? []).toSorted()[0] ?? null
}
