import { median } from '../../base/median.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { Answers } from './report.ts'

/** Something that the reporter may want to look at again. Never a reason to refuse. */
export type Hint =
  | { readonly kind: 'copied'; readonly from: LocalDate }
  | { readonly kind: 'amount-without-count' | 'count-without-amount'; readonly count: string; readonly amount: string }
  | { readonly kind: 'more-results-than-contacts'; readonly result: string; readonly contacts: readonly string[] }
  | { readonly kind: 'unusual'; readonly metric: string; readonly value: number; readonly usual: number }

type Values = Readonly<Record<string, number>>
type Said = Pick<Answers, 'values' | 'notes'>

/** The member's earlier reports of the same kind, the latest first. */
export type Earlier = readonly (Said & { readonly date: LocalDate })[]

export const WINDOW = 20
const LEAST_SAMPLES = 8
/** How many usual deviations away from the median is far. */
const FAR = 4
/** Makes the median deviation comparable with a standard deviation. */
const MAD_SCALE = 1.4826
/** Nobody is so even that a tenth more or less would be strange. */
const LEAST_SPREAD = 0.1

export function hintsFor(said: Said, earlier: Earlier, metrics: readonly Metric[]): readonly Hint[] {
  return [...copied(said, earlier), ...contradictions(said.values, metrics), ...unusual(said.values, earlier, metrics)]
}

function copied(said: Said, [last]: Earlier): readonly Hint[] {
  return last && isCopy(said, last) ? [{ kind: 'copied', from: last.date }] : []
}

/** Whether one day says just what another said. One number alone is the same on many days; that says nothing. */
export function isCopy({ values, notes }: Said, other: Said): boolean {
  const telling = Object.values(values).filter(value => value !== 0).length + notes.length
  return telling >= 2 && sameValues(values, other.values) && sameTexts(notes, other.notes)
}

function contradictions(values: Values, metrics: readonly Metric[]): readonly Hint[] {
  const contacts = metrics
    .filter(({ kind, unit, key }) => kind === 'activity' && unit === 'count' && values[key] !== undefined)
    .map(({ key }) => key)
  const most = contacts.reduce((sum, key) => sum + (values[key] ?? 0), 0)
  return metrics.flatMap(({ key, amountKey }): Hint[] => {
    if (amountKey === null) return []
    const count = values[key] ?? 0
    const amount = values[amountKey] ?? 0
    if (count === 0 && amount > 0) return [{ kind: 'amount-without-count', count: key, amount: amountKey }]
    if (count > 0 && amount === 0) return [{ kind: 'count-without-amount', count: key, amount: amountKey }]
    if (contacts.length < 2 || count <= most) return []
    return [{ kind: 'more-results-than-contacts', result: key, contacts }]
  })
}

function unusual(values: Values, earlier: Earlier, metrics: readonly Metric[]): readonly Hint[] {
  return metrics.flatMap(({ key }): Hint[] => {
    const value = values[key]
    const samples = earlier.slice(0, WINDOW).flatMap(({ values: then }) => then[key] ?? [])
    if (value === undefined || samples.length < LEAST_SAMPLES) return []
    const usual = median(samples)
    const deviation = median(samples.map(sample => Math.abs(sample - usual)))
    const spread = Math.max(MAD_SCALE * deviation, LEAST_SPREAD * Math.abs(usual), 1)
    return Math.abs(value - usual) > FAR * spread ? [{ kind: 'unusual', metric: key, value, usual }] : []
  })
}

function sameValues(one: Values, other: Values): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every(key => one[key] === other[key])
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at])
}
