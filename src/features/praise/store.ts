import { Prisma } from '../../../prisma/client/client.ts'
import { newId } from '../../base/ids.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'
import { deedSchema, type Praise, type PraiseRule, type SaidPraise } from './praise.ts'

const lastFirst = [{ on: 'desc' }, { id: 'desc' }] as const

/** A year of as many as a team may hear in a day. */
const MOST = 2000

/** What the group heard in those days, the latest first. */
export async function praisesOf(
  tx: Tx,
  team: { readonly id: string },
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<readonly SaidPraise[]> {
  const rows = await tx.praise.findMany({
    where: { teamId: team.id, on: { gte: from, lte: to } },
    orderBy: [...lastFirst],
    take: MOST,
  })
  return rows.map(toSaid)
}

/** The last praise of a rule; null when it never had occasion. */
export async function lastPraise(tx: Tx, teamId: string, rule: PraiseRule): Promise<SaidPraise | null> {
  const row = await tx.praise.findFirst({ where: { teamId, rule }, orderBy: [...lastFirst] })
  return row && toSaid(row)
}

/** Whichever of these have been praised before, on any day. */
export async function saidBefore(tx: Tx, teamId: string, praises: readonly Praise[]): Promise<readonly SaidPraise[]> {
  if (praises.length === 0) return []
  const which = praises.map(({ memberId, subject }) => ({ memberId, subject }))
  return (await tx.praise.findMany({ where: { teamId, OR: which } })).map(toSaid)
}

/** Streaks of these members that were praised since. */
export async function streaksSince(
  tx: Tx,
  teamId: string,
  memberIds: readonly string[],
  since: LocalDate,
): Promise<readonly SaidPraise[]> {
  const where = { teamId, rule: 'streak', memberId: { in: [...memberIds] }, on: { gte: since } }
  return (await tx.praise.findMany({ where })).map(toSaid)
}

export async function keepPraises(
  tx: Tx,
  teamId: string,
  praises: readonly Praise[],
  on: LocalDate,
  now: Date,
): Promise<void> {
  await tx.praise.createMany({
    data: praises.map(({ memberId, subject, deed }) => ({
      ...{ id: newId(now), teamId, memberId, rule: deed.rule, subject, on },
      facts: { ...deed },
    })),
  })
}

/** Of these members, those who had a value of the metric before that day. */
export async function whoHadBefore(
  tx: Tx,
  { memberIds, metricId, before }: { memberIds: readonly string[]; metricId: string; before: LocalDate },
): Promise<ReadonlySet<string>> {
  if (memberIds.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT member.id FROM unnest(ARRAY[${uuids(memberIds)}]) AS member(id)
    WHERE EXISTS (
      SELECT FROM "MetricDay" day
      WHERE day."memberId" = member.id AND day."metricId" = ${metricId}::uuid AND day."date" < ${before} AND day."value" > 0)`
  return new Set(rows.map(({ id }) => id))
}

/** Which values of which members, over which days; both included. */
interface Stretch {
  readonly metricIds: readonly string[]
  readonly memberIds: readonly string[]
  readonly from: LocalDate
  readonly to: LocalDate
}

type Bucket = 'day' | 'week' | 'month'

/** What a date belongs to, as the first day of it. */
const bucketOf: { readonly [B in Bucket]: Prisma.Sql } = {
  day: Prisma.sql`"date"`,
  week: Prisma.sql`to_char(date_trunc('week', "date"::date), 'YYYY-MM-DD')`,
  month: Prisma.sql`left("date", 7) || '-01'`,
}

interface MemberRecord {
  readonly metricId: string
  readonly memberId: string
  /** How many periods of the kind have anything in them. */
  readonly periods: number
  readonly best: number
}

/** The best period of that kind of each member and metric in those days, from the sums of the days. */
export async function recordsIn(tx: Tx, kind: Bucket, stretch: Stretch): Promise<readonly MemberRecord[]> {
  if (isEmpty(stretch)) return []
  const rows = await tx.$queryRaw<(Omit<MemberRecord, 'best'> & { best: Prisma.Decimal })[]>`
    SELECT "metricId", "memberId", COUNT(*)::int AS periods, MAX("value") AS best
    FROM (${sums(kind, stretch)}) AS period WHERE "value" > 0 GROUP BY 1, 2`
  return rows.map(row => ({ ...row, best: row.best.toNumber() }))
}

interface WeekSum {
  readonly metricId: string
  readonly memberId: string
  /** Its Monday. */
  readonly start: LocalDate
  readonly value: number
}

/** What each member did in each week of those days. */
export async function weekSums(tx: Tx, stretch: Stretch): Promise<readonly WeekSum[]> {
  if (isEmpty(stretch)) return []
  const rows = await tx.$queryRaw<(Omit<WeekSum, 'value'> & { value: Prisma.Decimal })[]>`${sums('week', stretch)}`
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}

function sums(kind: Bucket, { metricIds, memberIds, from, to }: Stretch): Prisma.Sql {
  return Prisma.sql`
    SELECT "metricId", "memberId", ${bucketOf[kind]} AS start, SUM("value") AS "value" FROM "MetricDay"
    WHERE "metricId" IN (${uuids(metricIds)}) AND "memberId" IN (${uuids(memberIds)})
      AND "date" BETWEEN ${from} AND ${to} AND "entries" > 0
    GROUP BY 1, 2, 3`
}

function isEmpty({ metricIds, memberIds }: Stretch): boolean {
  return metricIds.length === 0 || memberIds.length === 0
}

function uuids(ids: readonly string[]): Prisma.Sql {
  return Prisma.join(ids.map(id => Prisma.sql`${id}::uuid`))
}

/** Throws when the row is not what we once wrote. */
function toSaid(row: { memberId: string; subject: string; on: string; facts: unknown }): SaidPraise {
  const { memberId, subject, on } = row
  const deed = deedSchema.parse(row.facts)
  return { memberId, subject, on, deed, rule: deed.rule }
}
