import { type Cell, type Digest, type DigestRow, type Named, totalOf } from '../digests/digest.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { Report } from '../reports/report.ts'

/** How somebody stands towards a plan or a report. */
export type Standing = Report['status'] | 'missing' | 'away' | 'not-asked'

/** A team's day: who planned, who reported, what came of it. */
export interface Glance {
  readonly columns: readonly Metric[]
  readonly rows: readonly GlanceRow[]
  readonly totals: readonly Cell[]
  readonly blocked: readonly DigestRow[]
  /** Every round of the day, with how many have answered. */
  readonly rounds: readonly { readonly digest: Digest; readonly answered: number }[]
  readonly onLeave: readonly Named[]
  readonly unread: readonly DigestRow[]
}

interface GlanceRow extends Named {
  readonly plan: Standing
  readonly report: Standing
  readonly cells: readonly Cell[]
}

/** `digests` are those of the day's rounds, in the order in which they are due; of several plans or reports the last counts. */
export function glanceAt(digests: readonly Digest[], metrics: readonly Metric[], readerId: string): Glance {
  const plan = digests.findLast(({ definition }) => definition.kind === 'plan')
  const report = digests.findLast(({ definition }) => definition.kind === 'report')
  const pair = [plan, report].filter(digest => digest !== undefined)
  const columns = metrics.filter(({ id }) => pair.some(digest => digest.columns.some(column => column.id === id)))
  const rows = peopleIn(pair).map(person => rowOf(person, columns, plan, report))
  const reports = digests.filter(({ definition }) => definition.kind !== 'plan')
  return {
    columns,
    rows,
    totals: columns.map((metric, at) =>
      totalOf(
        metric,
        rows.flatMap(({ cells }) => cells[at] ?? []),
      ),
    ),
    blocked: latestWords(plan, report).filter(({ blockers }) => blockers.length > 0),
    rounds: digests.map(digest => ({ digest, answered: digest.rows.length })),
    onLeave: uniqueBy(pair.flatMap(({ onLeave }) => onLeave)),
    unread: reports
      .flatMap(digest => digest.rows)
      .filter(row => row.memberId !== readerId && row.report.readAt === null),
  }
}

function peopleIn(digests: readonly Digest[]): readonly Named[] {
  return uniqueBy(digests.flatMap(({ rows, missing, onLeave }) => [...rows, ...missing, ...onLeave]))
}

function uniqueBy(people: readonly Named[]): readonly Named[] {
  return [...new Map(people.map(person => [person.memberId, person])).values()]
}

function rowOf(
  { memberId, name }: Named,
  columns: readonly Metric[],
  plan: Digest | undefined,
  report: Digest | undefined,
): GlanceRow {
  const cells = columns.map(metric => {
    const { done = null, planned = null, isCorrected } = cellIn(report, memberId, metric) ?? {}
    const wanted = cellIn(plan, memberId, metric)?.done ?? planned
    return { done, planned: wanted, ...(isCorrected && { isCorrected }) }
  })
  return { memberId, name, plan: standingIn(plan, memberId), report: standingIn(report, memberId), cells }
}

function cellIn(digest: Digest | undefined, memberId: string, metric: Metric): Cell | undefined {
  const at = digest?.columns.findIndex(({ id }) => id === metric.id) ?? -1
  return digest?.rows.find(row => row.memberId === memberId)?.cells[at]
}

function standingIn(digest: Digest | undefined, memberId: string): Standing {
  const isIn = (people: readonly Named[]) => people.some(person => person.memberId === memberId)
  if (!digest) return 'not-asked'
  const row = digest.rows.find(one => one.memberId === memberId)
  if (row) return row.report.status
  return isIn(digest.missing) ? 'missing' : isIn(digest.onLeave) ? 'away' : 'not-asked'
}

/** What stood in the way in the morning is over when the evening does not name it. */
function latestWords(plan: Digest | undefined, report: Digest | undefined): readonly DigestRow[] {
  const reported = new Set(report?.rows.map(({ memberId }) => memberId))
  return [...(report?.rows ?? []), ...(plan?.rows ?? []).filter(({ memberId }) => !reported.has(memberId))]
}
