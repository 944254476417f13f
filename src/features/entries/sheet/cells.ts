import { type CsvReading, parseCsv } from '../../../base/csv.ts'

/** How the cells of a pasted table are parted. */
export type Parted = 'tabs' | 'commas' | 'spaces'

/** A spreadsheet parts by tabs; otherwise the first line tells. The comma of 1,200 parts nothing. */
export function partedBy(text: string): Parted {
  if (text.includes('\t')) return 'tabs'
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1)
  const commas = first.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '').match(/[,，]/g) ?? []
  return commas.length >= 2 ? 'commas' : 'spaces'
}

/** The lines of a pasted table and their cells; blank ones are passed over. */
export function readCells(text: string, parted: Parted): CsvReading {
  if (parted !== 'spaces') return tidied(parseCsv(text, parted === 'tabs' ? '\t' : ',，'))
  const lines = text.split(/\r\n|\r|\n/)
  const records = lines.map((line, at) => ({ line: at + 1, cells: line.split(/\s+/).filter(word => word !== '') }))
  return { ok: true, records: records.filter(({ cells }) => cells.length > 0) }
}

/** No name, day or number is longer; remarks are, and nobody reads them. */
const LONGEST = 100

function tidy(cell: string): string {
  return [...cell.trim()].slice(0, LONGEST).join('')
}

function tidied(reading: CsvReading): CsvReading {
  if (!reading.ok) return reading
  return {
    ok: true,
    records: reading.records.map(({ line, cells }) => ({ line, cells: cells.map(tidy) })),
  }
}
