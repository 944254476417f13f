import type { Words } from '../base/words.ts'
import { type LocalDate, localDateSchema, yearOf } from './dates.ts'
import { isYearKnown, missingHolidays, type StatutoryDay } from './holidays.ts'
import { looksLikeNotice, readNotice } from './notice.ts'
import type { OfficialEntry, OfficialError, OfficialReading } from './official-reading.ts'
import { type OfficialDay, type OfficialTable, officialDaySchema } from './work-calendar.ts'

export type { OfficialError } from './official-reading.ts'

export type OfficialResult =
  | {
      ok: true
      table: OfficialTable
      /** Statutory holidays of years that stay unknown after this import, because the list does not give them off. */
      missing: readonly StatutoryDay[]
    }
  | { ok: false; errors: readonly OfficialError[] }

/**
 * Reads an official holiday list: the State Council's notice as it is published (一、元旦：1月1日（周四）至3日（周六）放假调休，
 * 共3天。1月4日（周日）上班。) or lines such as `2027-01-01,off,元旦` and `{"date":"2027-01-01","work":false,"name":"元旦"}`.
 * The notice's year comes from its heading, else from `year`. All or nothing: one bad line and nothing is taken.
 */
export function parseOfficial(text: string, year?: number): OfficialResult {
  const plain = text.normalize('NFKC')
  const { entries, errors } = looksLikeNotice(plain) ? readNotice(plain, year) : readLines(plain)
  const table: Record<LocalDate, OfficialDay> = {}
  const faults = [...errors]
  for (const { date, line, work, name } of entries) {
    const earlier = table[date]
    if (earlier && earlier.work !== work) faults.push({ line, message: contradiction(date) })
    else table[date] = earlier ?? { work, name }
  }
  if (faults.length > 0) return { ok: false, errors: faults.sort((a, b) => a.line - b.line) }
  if (entries.length === 0) return { ok: false, errors: [{ line: 1, message: nothingFound }] }
  return { ok: true, table, missing: stillMissing(table) }
}

function stillMissing(table: OfficialTable): readonly StatutoryDay[] {
  const years = new Set(Object.keys(table).map(yearOf))
  return [...years].filter(year => !isYearKnown(year, table)).flatMap(year => missingHolidays(year, table))
}

function readLines(text: string): OfficialReading {
  const entries: OfficialEntry[] = []
  const errors: OfficialError[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const content = raw.trim()
    const line = index + 1
    if (content === '' || content.startsWith('#') || /^date,/i.test(content)) continue
    const day = content.startsWith('{') ? readJson(content) : readCsv(content)
    if (day) entries.push({ ...day, line })
    else errors.push({ line, message: badLine })
  }
  return { entries, errors }
}

type Day = Omit<OfficialEntry, 'line'>

const kinds: ReadonlyMap<string, boolean> = new Map([
  ['off', false],
  ['休', false],
  ['放假', false],
  ['work', true],
  ['班', true],
  ['上班', true],
])

function readCsv(content: string): Day | null {
  const [date = '', kind = '', name = ''] = content.split(/[,\t]/).map(cell => cell.trim())
  return checkedDay({ date, work: kinds.get(kind.toLowerCase()), name })
}

function readJson(content: string): Day | null {
  try {
    return checkedDay(JSON.parse(content))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const daySchema = officialDaySchema.extend({ date: localDateSchema })

function checkedDay(value: unknown): Day | null {
  return daySchema.safeParse(value).data ?? null
}

const badLine = {
  zh: '看不懂这一行，应为“2027-01-01,off,元旦”（off 或 work）',
  en: 'this line is not understood; write it like "2027-01-01,off,元旦" (off or work)',
}

const nothingFound = { zh: '没有找到任何日期', en: 'no dates were found' }

function contradiction(date: LocalDate): Words {
  return { zh: `${date} 既放假又上班`, en: `${date} is given both off and as a workday` }
}
