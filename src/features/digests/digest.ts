import type { LocalDate } from '../../calendar/dates.ts'
import { mask } from '../../filter/mask.ts'
import { findPersonalData } from '../../filter/personal-data.ts'
import type { FormDefinition, Question } from '../forms/definition.ts'
import { quantised } from '../metrics/entry-changes.ts'
import { figureOf, type Metric } from '../metrics/metric.ts'
import type { Answer, Item, Report } from '../reports/report.ts'
import type { Counted } from './counted.ts'
import type { Visible } from './visibility.ts'

/** A round as its audience may see it. */
export interface Digest {
  readonly definition: FormDefinition
  readonly date: LocalDate
  /** The metrics of which anybody has a number, in the team's order; so many that a table of them can be read. */
  readonly columns: readonly Metric[]
  /** Those who answered, the first to answer first. */
  readonly rows: readonly DigestRow[]
  /** One for each column; empty when one row says it all. */
  readonly totals: readonly Cell[]
  /** How many were expected to answer, with those who answered unasked. */
  readonly asked: number
  readonly missing: readonly Named[]
  readonly onLeave: readonly Named[]
}

export interface Named {
  readonly memberId: string
  readonly name: string
}

export interface DigestRow extends Named {
  readonly report: Report
  readonly cells: readonly Cell[]
  readonly blockers: readonly string[]
  readonly items: readonly Item[]
  readonly notes: readonly string[]
  readonly answers: readonly { readonly question: Question; readonly answer: Answer }[]
}

/** Null where nothing was said, which is not 0. */
export interface Cell {
  readonly done: number | null
  readonly planned: number | null
  /** It is not what the report says: somebody has corrected it, or added to it. */
  readonly isCorrected?: true
}

export interface DigestFacts {
  readonly definition: FormDefinition
  readonly date: LocalDate
  readonly metrics: readonly Metric[]
  readonly reports: readonly Report[]
  /** Member id → what they planned for the day, as far as it may be seen; empty for anything but a report. */
  readonly plans: ReadonlyMap<string, Readonly<Record<string, number>>>
  readonly counted: Counted
  readonly names: ReadonlyMap<string, string>
  readonly expected: readonly Named[]
  readonly onLeave: readonly Named[]
  readonly visible: Visible
}

const MOST_COLUMNS = 6

export function buildDigest(facts: DigestFacts): Digest {
  const { definition, date, metrics, reports, plans, counted, expected, onLeave, visible } = facts
  const answered = new Set(reports.map(({ memberId }) => memberId))
  const shown = metrics.filter(({ key }) => visible.metric(key))
  const hasNumber = (metric: Metric) =>
    reports.some(report =>
      [report.values[metric.key], counted(report, metric), plans.get(report.memberId)?.[metric.key]].some(isGiven),
    )
  const columns = shown.filter(hasNumber).slice(0, MOST_COLUMNS)
  const rows = reports.map(report => rowOf(report, columns, facts))
  return {
    ...{ definition, date, columns, rows },
    totals:
      rows.length > 1
        ? columns.map((metric, at) =>
            totalOf(
              metric,
              rows.flatMap(({ cells }) => cells[at] ?? []),
            ),
          )
        : [],
    asked: new Set([...expected.map(({ memberId }) => memberId), ...answered]).size,
    missing: expected.filter(({ memberId }) => !answered.has(memberId)),
    onLeave: onLeave.filter(({ memberId }) => !answered.has(memberId)),
  }
}

function rowOf(report: Report, columns: readonly Metric[], facts: DigestFacts): DigestRow {
  const { names, visible } = facts
  const { memberId, answers } = report
  return {
    ...{ memberId, name: names.get(memberId) ?? '', report },
    cells: columns.map(metric => cellOf(report, metric, facts)),
    blockers: visible.blockers ? report.blockers.map(forTheGroup) : [],
    items: visible.items ? report.items.map(item => ({ ...item, text: forTheGroup(item.text) })) : [],
    notes: visible.notes ? report.notes.map(forTheGroup) : [],
    answers: visible.questions.flatMap(question => {
      const answer = answers[question.id]
      if (answer === undefined) return []
      return [{ question, answer: typeof answer === 'string' ? forTheGroup(answer) : answer }]
    }),
  }
}

function cellOf(report: Report, metric: Metric, { plans, counted }: DigestFacts): Cell {
  const done = counted(report, metric)
  const isCorrected = done !== (report.values[metric.key] ?? null)
  return { done, planned: plans.get(report.memberId)?.[metric.key] ?? null, ...(isCorrected && { isCorrected }) }
}

/** A customer's number that was told to us is not ours to post. */
function forTheGroup(text: string): string {
  return mask(text, findPersonalData(text))
}

/** Of the team: percentages and the like are averaged, the rest adds up. */
export function totalOf(metric: Metric, cells: readonly Cell[]): Cell {
  return {
    done: together(
      metric,
      cells.map(cell => cell.done),
    ),
    planned: together(
      metric,
      cells.map(cell => cell.planned),
    ),
  }
}

function together(metric: Metric, values: readonly (number | null)[]): number | null {
  const given = values.filter(value => value !== null)
  if (given.length === 0) return null
  const value = given.reduce((sum, one) => sum + one, 0)
  return figureOf(metric, { value: quantised(value), entries: given.length })
}

/** A column of zeros tells nothing. */
function isGiven(value: number | null | undefined): boolean {
  return value !== undefined && value !== null && value !== 0
}
