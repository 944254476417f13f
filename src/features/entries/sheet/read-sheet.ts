import type { Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Metric } from '../../metrics/metric.ts'
import type { DayFigure } from '../../metrics/set-days.ts'
import type { TeamMember } from '../../team/members.ts'
import { csvFaults } from '../../team/words/import.ts'
import { partedBy, readCells } from './cells.ts'
import { isHeader, joinWords, readHeader } from './columns.ts'
import { sameDayTwice } from './fault-words.ts'
import { type Cell, readBareLine, readLine } from './lines.ts'
import { resolver } from './resolve.ts'

/** What a sheet is read against. */
export interface SheetScene {
  readonly metrics: readonly Metric[]
  /** Those who have left, too. */
  readonly members: readonly TeamMember[]
  readonly today: LocalDate
}

export interface SheetFigure extends DayFigure {
  /** From 1, as in the sheet. */
  readonly line: number
  readonly member: TeamMember
}

export interface SheetFault {
  readonly line: number
  readonly words: Words
}

/** What a pasted sheet says; its figures are worth something only without any fault. */
export interface Sheet {
  readonly figures: readonly SheetFigure[]
  /** By line. */
  readonly faults: readonly SheetFault[]
  /** Columns that hold no figures. */
  readonly leftOut: readonly string[]
}

/**
 * Reads a sheet: with a header, long (name, day, metric, figure) or wide (name, day, a column for each metric), in any order
 * of columns; without one, lines of name, day, metric and figure. Each says what a member's whole day makes.
 */
export function readSheet(text: string, scene: SheetScene): Sheet {
  const parted = partedBy(text)
  const table = readCells(text, parted)
  if (!table.ok) return faulty(table.line, [csvFaults[table.fault]])
  const [first, ...records] = table.records
  if (!first) return { figures: [], faults: [], leftOut: [] }
  const titles = parted === 'spaces' ? joinWords(first.cells, scene.metrics) : first.cells
  if (!isHeader(titles))
    return resolved(
      table.records.flatMap(record => readBareLine(record, scene)),
      scene,
      [],
    )
  const { columns, leftOut, faults } = readHeader(titles, scene.metrics)
  if (faults.length > 0) return faulty(first.line, faults)
  const cells = records.flatMap(record => readLine(record, columns, { ...scene, parted }))
  return resolved(cells, scene, leftOut)
}

function faulty(line: number, all: readonly Words[]): Sheet {
  return { figures: [], faults: all.map(words => ({ line, words })), leftOut: [] }
}

function resolved(cells: readonly (Cell | SheetFault)[], scene: SheetScene, leftOut: readonly string[]): Sheet {
  const resolve = resolver(scene)
  const read = cells.map(cell => ('words' in cell ? { figure: null, faults: [cell] } : resolve(cell)))
  const figures = read.flatMap(({ figure }) => figure ?? [])
  // A line's name or day is faulty once, however many figures it has.
  const faults = new Map(
    [...read.flatMap(one => one.faults), ...repeated(figures)].map(fault => [`${fault.line} ${fault.words.en}`, fault]),
  )
  return { figures, faults: [...faults.values()].sort((one, other) => one.line - other.line), leftOut }
}

/** Two figures of one day leave open which one holds, or whether they add up. */
function repeated(figures: readonly SheetFigure[]): readonly SheetFault[] {
  const lines = new Map<string, number>()
  return figures.flatMap(({ line, member, metric, date }) => {
    const key = `${member.memberId} ${metric.id} ${date}`
    const before = lines.get(key)
    if (before !== undefined) return [{ line, words: sameDayTwice(member.name, metric, date, before) }]
    lines.set(key, line)
    return []
  })
}
