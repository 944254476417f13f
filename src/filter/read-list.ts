import { parseCsv } from '../base/csv.ts'
import { type Fault, faultOf } from './faults.ts'
import { longestSuggestion, mostWords } from './limits.ts'
import { letters } from './normalise.ts'
import { readRows } from './read-xlsx.ts'
import { type Action, type Entry, faultOfSize, faultOfWord, merge, type WordList } from './word-list.ts'

export interface ListReading extends WordList {
  /** Lines that were left out, or why nothing was read at all. */
  readonly faults: readonly Fault[]
  /** How many lines said a word again. */
  readonly merged: number
}

/** One line of a list, of whatever kind of file. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

export type Rows = { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly fault: Fault }

const mostBytes = 8 * 1024 * 1024
/** Lines may say words again; of more than these nobody needs to know how many words they are. */
const mostRows = 2 * mostWords
const mostFaults = 100

/**
 * Reads a list of words: `.txt` with one word a line, `#` before a remark; `.csv` and `.xlsx` with a word, an action and a
 * suggestion in each row, with or without a header. Words without an action get `otherwise`. Never throws for what is in a
 * file: that is in the faults.
 */
export async function readList(name: string, bytes: Uint8Array, otherwise: Action): Promise<ListReading> {
  const rows = await rowsOf(name, bytes)
  if (!rows.ok) return nothing(rows.fault)
  if (rows.rows.length > mostRows) return nothing(faultOf('too-many'))
  const lines = readLines(rows.rows, otherwise)
  const list = { entries: lines.flatMap(line => line.entry ?? []), allowed: lines.flatMap(line => line.allowed ?? []) }
  const single = merge(list)
  const tooMany = faultOfSize(single)
  if (tooMany !== null) return nothing(tooMany)
  const faults = [...lines.flatMap(line => line.fault ?? []), ...contradictions(lines, single)]
  const count = single.entries.length + single.allowed.length
  if (count === 0 && faults.length === 0) return nothing(faultOf('no-words'))
  const merged = list.entries.length + list.allowed.length - count
  return { ...single, faults: atMost(faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))), merged }
}

const nothing = (fault: Fault): ListReading => ({ entries: [], allowed: [], faults: [fault], merged: 0 })

const atMost = (faults: readonly Fault[]): readonly Fault[] =>
  faults.length > mostFaults ? [...faults.slice(0, mostFaults), faultOf('more-faults')] : faults

async function rowsOf(name: string, bytes: Uint8Array): Promise<Rows> {
  if (bytes.byteLength > mostBytes) return { ok: false, fault: faultOf('too-large') }
  const [ending = ''] = /\.[a-z]+$/i.exec(name) ?? []
  if (ending.toLowerCase() === '.xlsx') return readRows(bytes)
  if (!['.txt', '.csv'].includes(ending.toLowerCase())) return { ok: false, fault: faultOf('unknown-kind') }
  const text = decoded(bytes)
  if (text === null) return { ok: false, fault: faultOf('not-utf8') }
  return ending.toLowerCase() === '.csv' ? csvRows(text) : { ok: true, rows: textRows(text) }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** UTF-8, or UTF-16 where its mark says so, as the editor of Windows calls "Unicode". */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function textRows(text: string): readonly Row[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, cells: [line.trim()] }))
    .filter(({ cells: [word = ''] }) => word !== '' && !word.startsWith('#'))
}

function csvRows(text: string): Rows {
  const [firstLine = ''] = text.split(/[\r\n]/, 1)
  // Excel parts by what the machine's language does, and Chinese keyboards by a comma of their own.
  const parted = firstLine.includes(',') ? text : text.replaceAll(/[\t;，]/g, ',')
  const csv = parseCsv(parted)
  return csv.ok ? { ok: true, rows: csv.records } : { ok: false, fault: faultOf(csv.fault, csv.line) }
}

/** What one line came to. */
interface Line {
  readonly line: number
  readonly entry?: Entry
  readonly allowed?: string
  readonly fault?: Fault
}

const columnNames = new Map<string, keyof Columns>([
  ...['word', 'words', '词', '词语', '敏感词', '关键词', '违禁词'].map(name => [name, 'word'] as const),
  ...['action', '处理', '处理方式', '动作'].map(name => [name, 'action'] as const),
  ...['suggestion', 'instead', '建议', '建议说法', '替换', '替换为'].map(name => [name, 'suggestion'] as const),
])

interface Columns {
  readonly word: number
  readonly action: number
  readonly suggestion: number
}

function readLines(rows: readonly Row[], otherwise: Action): readonly Line[] {
  const [first, ...rest] = rows
  const names = first?.cells.map(cell => columnNames.get(cell.trim().toLowerCase())) ?? []
  if (!names.includes('word')) return rows.map(row => readLine(row, { word: 0, action: 1, suggestion: 2 }, otherwise))
  const columns = {
    word: names.indexOf('word'),
    action: names.indexOf('action'),
    suggestion: names.indexOf('suggestion'),
  }
  return rest.map(row => readLine(row, columns, otherwise))
}

function readLine({ line, cells }: Row, columns: Columns, otherwise: Action): Line {
  const [word, action, suggestion] = [columns.word, columns.action, columns.suggestion].map(
    at => cells[at]?.trim() ?? '',
  )
  if (!word) return { line, fault: faultOf('no-word', line) }
  const fault = faultOfWord(word, line)
  if (fault !== null) return { line, fault }
  const read = action ? actionNames.get(action.toLowerCase()) : otherwise
  if (read === undefined) return { line, fault: faultOf('unknown-action', line) }
  if (read === 'allow') return { line, allowed: word }
  if (!suggestion) return { line, entry: { word, action: read } }
  if (suggestion.length > longestSuggestion) return { line, fault: faultOf('suggestion-too-long', line) }
  return { line, entry: { word, action: read, suggestion } }
}

const actionNames = new Map<string, Action | 'allow'>([
  ...['block', '拦截', '禁止', '阻止'].map(name => [name, 'block'] as const),
  ...['mask', '打码', '屏蔽', '遮挡'].map(name => [name, 'mask'] as const),
  ...['hint', '提示', '提醒'].map(name => [name, 'hint'] as const),
  ...['review', '复核', '审核', '人工'].map(name => [name, 'review'] as const),
  ...['allow', '放行', '允许', '白名单'].map(name => [name, 'allow'] as const),
])

/** Words that some line lists and another one allows. */
function contradictions(lines: readonly Line[], { entries }: WordList): readonly Fault[] {
  const listed = new Set(entries.map(({ word }) => letters(word).plain))
  return lines.flatMap(({ line, allowed }) =>
    allowed !== undefined && listed.has(letters(allowed).plain) ? faultOf('listed-and-allowed', line) : [],
  )
}
