/** One record; `line` is where it begins, counted from 1 as an editor shows it. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvReading =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  /** A quote that never closes, or text right after one that did. */
  | { readonly ok: false; readonly line: number; readonly fault: 'open-quote' | 'text-after-quote' }

/** Characters that part two cells: commas, or the tabs of a spreadsheet. */
export type CellMarks = ',' | ',，' | '\t'

/** One field: quoted (with `""` for a quote), or plain up to the next mark or line end. Sticky, so the cost is linear. */
const fields: Readonly<Record<CellMarks, RegExp>> = {
  ',': /"([^"]*(?:""[^"]*)*)"|([^,\r\n]*)/y,
  ',，': /"([^"]*(?:""[^"]*)*)"|([^,，\r\n]*)/y,
  '\t': /"([^"]*(?:""[^"]*)*)"|([^\t\r\n]*)/y,
}
const lineEnd = /\r\n|\r|\n/g

/** Reads RFC 4180: commas, quotes, line breaks within quotes; a byte order mark and blank lines are passed over. */
export function parseCsv(text: string, marks: CellMarks = ','): CsvReading {
  const field = fields[marks]
  const source = text.replace(/^\uFEFF/, '')
  const records: CsvRecord[] = []
  let cells: string[] = []
  let line = 1
  let began = 1
  for (let at = 0; at < source.length || cells.length > 0; ) {
    field.lastIndex = at
    const found = field.exec(source)
    const whole = found?.[0] ?? ''
    if (found?.[1] === undefined && source[at] === '"') return { ok: false, line, fault: 'open-quote' }
    cells.push(found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '')
    line += whole.match(lineEnd)?.length ?? 0
    at += whole.length
    if (at < source.length && marks.includes(source.charAt(at))) {
      at++
      continue
    }
    const end = lineEndAt(source, at)
    if (end === 0 && at < source.length) return { ok: false, line, fault: 'text-after-quote' }
    if (cells.some(cell => cell.trim() !== '')) records.push({ line: began, cells })
    cells = []
    at += end
    line += end === 0 ? 0 : 1
    began = line
  }
  return { ok: true, records }
}

/** The length of the line end that stands there, or 0. */
function lineEndAt(source: string, at: number): number {
  if (source.startsWith('\r\n', at)) return 2
  return source[at] === '\n' || source[at] === '\r' ? 1 : 0
}
