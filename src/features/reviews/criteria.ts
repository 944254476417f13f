import { z } from 'zod'
import type { Words } from '../../base/words.ts'

/** One thing that members are reviewed by, as the team calls it; its weight in percent. */
export interface Criterion {
  readonly name: string
  readonly weight: number
}

export interface Criteria {
  /** 0 for the usual ones, which nobody has changed. */
  readonly version: number
  readonly items: readonly Criterion[]
}

export const criterionSchema = z.object({ name: z.string(), weight: z.number() })

const usual: readonly (Words & { readonly weight: number })[] = [
  { zh: '业绩', en: 'Results', weight: 60 },
  { zh: '态度', en: 'Attitude', weight: 20 },
  { zh: '贡献', en: 'Contribution', weight: 20 },
]

export function usualCriteria(lang: 'zh' | 'en'): Criteria {
  return { version: 0, items: usual.map(one => ({ name: one[lang], weight: one.weight })) }
}

const MOST_ITEMS = 8
const LONGEST_NAME = 24

export type CriteriaFault = 'unreadable' | 'sum' | 'too-many' | 'twice' | 'too-long'

export type CriteriaReading =
  | { readonly ok: true; readonly items: readonly Criterion[] }
  | { readonly ok: false; readonly fault: CriteriaFault; readonly sum?: number }

/** Reads `业绩 50、态度 30%，贡献20` or `Results 50, Attitude 30, Teamwork 20`. The weights add up to 100. */
export function readCriteria(text: string): CriteriaReading {
  const parts = text
    .normalize('NFKC')
    .split(/[,、;\n]+/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const items = parts.map(readOne)
  const known = items.filter(item => item !== null)
  if (parts.length === 0 || known.length < parts.length) return { ok: false, fault: 'unreadable' }
  if (known.length > MOST_ITEMS) return { ok: false, fault: 'too-many' }
  if (known.some(({ name }) => [...name].length > LONGEST_NAME)) return { ok: false, fault: 'too-long' }
  if (new Set(known.map(({ name }) => name.toLowerCase())).size < known.length) return { ok: false, fault: 'twice' }
  const sum = known.reduce((total, { weight }) => total + weight, 0)
  return sum === 100 ? { ok: true, items: known } : { ok: false, fault: 'sum', sum }
}

function readOne(part: string): Criterion | null {
  const [, name = '', digits] = /^(.*?\D)\s*[=:]?\s*(\d{1,3})\s*%?$/.exec(part) ?? []
  const clean = name.replace(/[\s=:]+$/, '')
  const weight = Number(digits)
  return clean === '' || !(weight >= 1 && weight <= 100) ? null : { name: clean, weight }
}

/** Scores from 1 to 5, put together by their weights and rounded to a tenth; null while one is missing. */
export function weighted(items: readonly Criterion[], scores: readonly (number | null)[]): number | null {
  const known = items.map((item, at) => ({ weight: item.weight, score: scores[at] ?? null }))
  const total = known.reduce((sum, { weight, score }) => sum + weight * (score ?? 0), 0)
  return known.some(({ score }) => score === null) ? null : Math.round(total / 10) / 10
}
