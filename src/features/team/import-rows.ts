import { type CsvRecord, parseCsv } from '../../base/csv.ts'
import type { Lang, Words } from '../../base/words.ts'
import { fold } from './find-member.ts'
import { readLang } from './lang-names.ts'
import { type MemberRole, readRole } from './role-names.ts'
import { NAME_LIMIT } from './setup-input.ts'
import {
  accountMissing,
  csvFaults,
  empty,
  missingColumns,
  nameMissing,
  nameTooLong,
  repeatedWords,
  tooManyCells,
  unknownValue,
} from './words/import.ts'

/** One person to be in the team. */
export interface ImportRow {
  readonly line: number
  readonly name: string
  readonly role: MemberRole
  readonly aliases: readonly string[]
  readonly platform: string
  readonly accountId: string
  /** Null for the team's. */
  readonly lang: Lang | null
}

export interface ImportFault {
  readonly line: number
  readonly words: Words
}

export interface ImportPreview {
  readonly rows: readonly ImportRow[]
  readonly faults: readonly ImportFault[]
}

/**
 * Reads a list of members: CSV with a header of name, role, aliases, platform, account, lang in any order, of which name,
 * platform and account are needed. Aliases are parted by `;`. Every fault is found at once, each with its line.
 */
export function readMembers(text: string, platforms: readonly string[]): ImportPreview {
  const csv = parseCsv(text)
  if (!csv.ok) return { rows: [], faults: [{ line: csv.line, words: csvFaults[csv.fault] }] }
  const [header, ...records] = csv.records
  if (header === undefined) return { rows: [], faults: [{ line: 1, words: empty }] }
  const columns = header.cells.map(cell => columnNames.get(fold(cell)))
  const missing = needed.filter(column => !columns.includes(column))
  if (missing.length > 0) return { rows: [], faults: [{ line: header.line, words: missingColumns(missing) }] }
  const readings = records.map(record => readRow(record, columns, platforms))
  const rows = readings.flatMap(reading => reading.row ?? [])
  const faults = [...readings.flatMap(reading => reading.faults), ...repeated(rows)]
  return { rows, faults: faults.sort((a, b) => a.line - b.line) }
}

type ColumnName = 'name' | 'role' | 'aliases' | 'platform' | 'account' | 'lang'

const needed: readonly ColumnName[] = ['name', 'platform', 'account']

const columnNames: ReadonlyMap<string, ColumnName> = new Map([
  ['name', 'name'],
  ['姓名', 'name'],
  ['role', 'role'],
  ['角色', 'role'],
  ['aliases', 'aliases'],
  ['别名', 'aliases'],
  ['platform', 'platform'],
  ['平台', 'platform'],
  ['account', 'account'],
  ['账号', 'account'],
  ['lang', 'lang'],
  ['语言', 'lang'],
])

function readRow(
  { line, cells }: CsvRecord,
  columns: readonly (ColumnName | undefined)[],
  platforms: readonly string[],
): { row: ImportRow | null; faults: readonly ImportFault[] } {
  const cell = (name: ColumnName): string => cells[columns.indexOf(name)]?.trim() ?? ''
  const role = readRole(cell('role') || 'rep')
  const lang = cell('lang') === '' ? null : readLang(cell('lang'))
  const platform = cell('platform').toLowerCase()
  const aliases = cell('aliases')
    .split(/[;；|]/)
    .map(alias => alias.trim())
  const faults = [
    cells.length > columns.length ? tooManyCells : null,
    cell('name') === '' ? nameMissing : null,
    [cell('name'), ...aliases].some(name => [...name].length > NAME_LIMIT) ? nameTooLong : null,
    role === null ? unknownValue('角色', 'role', cell('role'), 'rep, lead, manager, admin') : null,
    platforms.includes(platform) ? null : unknownValue('平台', 'platform', platform, platforms.join(', ')),
    cell('account') === '' ? accountMissing : null,
    lang === null && cell('lang') !== '' ? unknownValue('语言', 'language', cell('lang'), 'zh, en') : null,
  ].filter(fault => fault !== null)
  if (role === null || faults.length > 0) return { row: null, faults: faults.map(words => ({ line, words })) }
  const known = aliases.filter(alias => alias !== '')
  return {
    row: { line, name: cell('name'), role, aliases: known, platform, accountId: cell('account'), lang },
    faults: [],
  }
}

/** Names, aliases and accounts must each be one row's. */
function repeated(rows: readonly ImportRow[]): ImportFault[] {
  const owners = new Map<string, number>()
  const faults: ImportFault[] = []
  for (const { line, name, aliases, platform, accountId } of rows) {
    const marks = [`${platform} ${accountId}`, ...new Set([name, ...aliases].map(fold))]
    for (const mark of marks) {
      const owner = owners.get(mark)
      if (owner === undefined) owners.set(mark, line)
      else faults.push({ line, words: repeatedWords(mark, owner) })
    }
  }
  return faults
}
