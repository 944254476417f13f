import type { LocalDate } from '../../calendar/dates.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import type { FormKind } from '../forms/definition.ts'
import type { Answers, Report } from './report.ts'
import { type Numbers, SHARED_FROM, toColumns, toNumbers, toReport, toSnapshot } from './report-row.ts'

const latestFirst = [{ date: 'desc' }, { round: { dueAt: 'desc' } }, { id: 'desc' }] as const

/** Those of a round, the first to come first. */
export async function reportsOfRound(tx: Tx, roundId: string): Promise<readonly Report[]> {
  const rows = await tx.report.findMany({ where: { roundId }, orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }] })
  return rows.map(toReport)
}

/** Which of the members answered each round in time; rounds that nobody did are not in it. */
export async function onTimeIn(
  tx: Tx,
  roundIds: readonly string[],
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.report.findMany({
    where: { roundId: { in: [...roundIds] }, memberId: { in: [...memberIds] }, status: 'on-time' },
    select: { roundId: true, memberId: true },
  })
  const byRound = Map.groupBy(rows, ({ roundId }) => roundId)
  return new Map([...byRound].map(([roundId, its]) => [roundId, new Set(its.map(({ memberId }) => memberId))]))
}

export async function reportIn(tx: Tx, roundId: string, memberId: string): Promise<Report | null> {
  const row = await tx.report.findUnique({ where: { roundId_memberId: { roundId, memberId } } })
  return row && toReport(row)
}

/** The member's plan or report of a day; with several rounds on it, that of the last one answered. */
export async function reportOf(tx: Tx, memberId: string, kind: FormKind, date: LocalDate): Promise<Report | null> {
  const row = await tx.report.findFirst({ where: { memberId, kind, date }, orderBy: [...latestFirst] })
  return row && toReport(row)
}

export async function reportById(tx: Tx, id: string): Promise<Report | null> {
  const row = await tx.report.findUnique({ where: { id } })
  return row && toReport(row)
}

/** The member's last `n`, the latest first; with `before`, only those about earlier days. */
export async function lastReports(
  tx: Tx,
  memberId: string,
  kind: FormKind,
  n: number,
  before?: LocalDate,
): Promise<readonly Report[]> {
  const earlier = before === undefined ? {} : { date: { lt: before } }
  const rows = await tx.report.findMany({
    where: { memberId, kind, ...earlier },
    orderBy: [...latestFirst],
    take: n,
  })
  return rows.map(toReport)
}

/** A member's plans or reports about those days, both included, in order. */
export async function reportsBetween(
  tx: Tx,
  { memberId, kind, from, to }: { memberId: string; kind: FormKind; from: LocalDate; to: LocalDate },
): Promise<readonly Report[]> {
  const rows = await tx.report.findMany({
    where: { memberId, kind, date: { gte: from, lte: to } },
    orderBy: [{ date: 'asc' }, { round: { dueAt: 'asc' } }],
  })
  return rows.map(toReport)
}

/** The numbers of those members' plans and reports about those days, in order. */
export async function numbersBetween(
  tx: Tx,
  { memberIds, from, to }: { memberIds: readonly string[]; from: LocalDate; to: LocalDate },
): Promise<readonly Numbers[]> {
  const rows = await tx.report.findMany({
    where: { memberId: { in: [...memberIds] }, kind: { in: ['plan', 'report'] }, date: { gte: from, lte: to } },
    orderBy: [{ date: 'asc' }, { round: { dueAt: 'asc' } }],
    select: { memberId: true, date: true, kind: true, values: true },
  })
  return rows.map(toNumbers)
}

/** What nobody has read of what was given before that moment, the oldest first. Plans are not for reading off. */
export async function unreadReports(tx: Tx, teamId: string, before: Date): Promise<readonly Report[]> {
  const rows = await tx.report.findMany({
    where: { teamId, readAt: null, submittedAt: { lt: before }, kind: { not: 'plan' } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toReport)
}

/** The member's latest that nobody has read; when all are read, the one read last. */
export async function reportToRead(tx: Tx, memberId: string): Promise<Report | null> {
  const row = await tx.report.findFirst({
    where: { memberId, kind: { not: 'plan' } },
    orderBy: [{ readAt: { sort: 'desc', nulls: 'first' } }, { submittedAt: 'desc' }],
  })
  return row && toReport(row)
}

/** The member's report that follows that one of another team. */
export async function copyOf(tx: Tx, source: Pick<Report, 'id' | 'date'>, memberId: string): Promise<Report | null> {
  const follows = { path: [SHARED_FROM], equals: source.id }
  const row = await tx.report.findFirst({ where: { memberId, date: source.date, answers: follows } })
  return row && toReport(row)
}

/**
 * Until the transaction ends nobody else writes reports of this person, in any team: two submissions at once follow each
 * other, and copies in several teams are never waited for in a circle.
 */
export async function lockReportsOf(tx: Tx, personId: string): Promise<void> {
  await lock(tx, `reports:${personId}`)
}

export async function insertReport(tx: Tx, report: Report): Promise<void> {
  const { id, roundId, teamId, memberId, date, kind, status, revision, submittedBy, submittedAt } = report
  const facts = { id, roundId, teamId, memberId, date, kind, status, revision, submittedBy, submittedAt }
  await tx.report.create({ data: { ...facts, ...toColumns(report) } })
}

/** Lets a report say something else from now on; what it said until then is kept. */
export async function reviseReport(
  tx: Tx,
  before: Report,
  after: Answers & Pick<Report, 'reasons' | 'sharedFrom'>,
  change: { readonly at: Date; readonly by: string },
): Promise<Report> {
  const { id, revision } = before
  const kept = { reportId: id, number: revision, snapshot: toSnapshot(before), at: change.at, by: change.by }
  await tx.reportRevision.create({ data: kept })
  const data = { ...toColumns(after), revision: revision + 1, revisedAt: change.at }
  return toReport(await tx.report.update({ where: { id }, data }))
}

/** True for whoever is first to read it. */
export async function markRead(tx: Tx, reportId: string, personId: string, now: Date): Promise<boolean> {
  const { count } = await tx.report.updateMany({
    where: { id: reportId, readAt: null },
    data: { readBy: personId, readAt: now },
  })
  return count === 1
}
