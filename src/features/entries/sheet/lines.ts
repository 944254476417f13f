import type { CsvRecord } from '../../../base/csv.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { findMetric, type Metric } from '../../metrics/metric.ts'
import { parseNumeral } from '../../reports/line/numeral.ts'
import { findMember, type TeamMember } from '../../team/members.ts'
import { readDay } from '../day.ts'
import { readSaid } from '../said.ts'
import { whyNotRecorded } from '../which-metric.ts'
import type { Parted } from './cells.ts'
import type { Column } from './columns.ts'
import { cellsUnclear, noMetricIn, noSuchMetric, tooManyCells, tooManyWords, valueMissing } from './fault-words.ts'
import type { SheetFault } from './read-sheet.ts'

/** One figure as it is written in a sheet. */
export interface Cell {
  readonly line: number
  readonly name: string
  readonly day: string
  readonly metric: Metric
  readonly value: string
}

interface Vocabulary {
  readonly metrics: readonly Metric[]
  readonly members: readonly TeamMember[]
}

/** The figures of a line below a header. */
export function readLine(
  record: CsvRecord,
  columns: readonly Column[],
  { metrics, members, parted }: Vocabulary & { readonly parted: Parted },
): readonly (Cell | SheetFault)[] {
  const { line } = record
  const cells = parted === 'spaces' ? align(record.cells, columns, members) : record.cells
  if (cells === null) return [{ line, words: cellsUnclear(record.cells.length, columns.length) }]
  if (cells.slice(columns.length).some(cell => cell !== '')) return [{ line, words: tooManyCells(columns.length) }]
  const at = (is: Column['is']) => cells[columns.findIndex(column => column.is === is)] ?? ''
  const facts = { line, name: at('name'), day: withoutMidnight(at('date')) }
  if (!columns.some(({ is }) => is === 'metric'))
    return columns.flatMap((column, index) => {
      const text = cells[index] ?? ''
      if (column.is !== 'figures' || isBlank(text)) return []
      return [{ ...facts, metric: column.metric, value: scaled(text, column.scale) }]
    })
  const metric = findMetric(metrics, at('metric'))
  const fault = metric === null ? noSuchMetric(at('metric')) : whyNotRecorded(metric, metrics)
  if (metric === null || fault !== null) return fault === null ? [] : [{ line, words: fault }]
  return [isBlank(at('value')) ? { line, words: valueMissing(metric) } : { ...facts, metric, value: at('value') }]
}

/** The figure of a line without a header: `李伟 11-18 电话 5`, its parts in any order in which the number follows the metric. */
export function readBareLine(
  { line, cells }: CsvRecord,
  { metrics, members, today }: Vocabulary & { readonly today: LocalDate },
): readonly (Cell | SheetFault)[] {
  const readWhen = (phrase: string) => (readDay(phrase, today) === null ? null : phrase)
  const text = withoutMidnight(cells.join(' '))
  const { metric, name, when, noSuchDay, value, remark } = readSaid(text, { metrics, members, readWhen, valued: true })
  if (metric === null) return [{ line, words: noMetricIn(name) }]
  const fault = whyNotRecorded(metric, metrics)
  if (fault !== null) return [{ line, words: fault }]
  if (value === null) return [{ line, words: valueMissing(metric) }]
  if (remark !== '') return [{ line, words: tooManyWords(remark) }]
  return [{ line, name, day: when ?? noSuchDay ?? '', metric, value }]
}

/**
 * The cells of a line that was typed with spaces; null where they leave open what belongs together. Only a name may be of
 * several words, and it must be somebody's.
 */
function align(
  parts: readonly string[],
  columns: readonly Column[],
  members: readonly TeamMember[],
): readonly string[] | null {
  const more = parts.length - columns.length
  if (more === 0) return parts
  const at = columns.findIndex(({ is }) => is === 'name')
  const name = parts.slice(at, at + more + 1).join(' ')
  if (more < 0 || findMember(members, name).kind !== 'one') return null
  return [...parts.slice(0, at), name, ...parts.slice(at + more + 1)]
}

/** A spreadsheet writes a day as `2026/11/18 0:00:00` when somebody has formatted it so. */
function withoutMidnight(text: string): string {
  return text.replace(/(?<=\d)\s+0{1,2}:00(?::00)?(?=\s|$)/, '')
}

function isBlank(text: string): boolean {
  return /^[-–—/]*$/.test(text)
}

/** In a column `签单额（万元）` 8 is 8万, and so is what says 8万 itself. */
function scaled(text: string, scale: string): string {
  return parseNumeral(text)?.hasUnit ? text : `${text}${scale}`
}
