import { expect } from 'vitest'
import { readLine } from '../../../../src/features/reports/line/line.ts'
import type { LineReading } from '../../../../src/features/reports/line/reading.ts'
import type { Vocabulary } from '../../../../src/features/reports/line/vocabulary.ts'

/** The metrics of a team that sells. */
export const SALES: Vocabulary = [
  { key: 'visits', names: ['拜访', '客户拜访', 'visits', 'visit', 'site visits'], kind: 'count' },
  { key: 'calls', names: ['电话', 'calls', 'call', '外呼'], kind: 'count' },
  { key: 'deals', names: ['签单', 'deals', 'deal'], kind: 'count', amountKey: 'revenue' },
  { key: 'revenue', names: ['签单额', '业绩', 'revenue'], kind: 'amount' },
  { key: 'lost', names: ['丢单', 'lost deals'], kind: 'count' },
  { key: 'rate', names: ['转化率', 'close rate'], kind: 'percent' },
  { key: 'score', names: ['评分', 'score'], kind: 'number' },
]

export const read = (text: string): LineReading => readLine(text, SALES)

export const valuesOf = ({ values }: Pick<LineReading, 'values'>): Record<string, number> =>
  Object.fromEntries(values.map(({ key, value }) => [key, value]))

/** A reading with nothing but these: no question, no guess, no refusal. */
export interface Plain {
  values?: Record<string, number>
  notes?: string[]
  blockers?: string[]
}

export function expectPlain(text: string, { values = {}, notes = [], blockers = [] }: Plain): void {
  const reading = read(text)
  expect({ ...reading, values: valuesOf(reading) }).toEqual({
    ...{ values, notes, blockers },
    ...{ unknowns: [], guesses: [], asks: [], refused: [] },
  })
}

export const rows = (table: Record<string, Plain>): [string, Plain][] => Object.entries(table)

export const deal = { deals: 1, revenue: 80_000 }
export const both = { visits: 3, calls: 20 }
