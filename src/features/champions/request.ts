import type { LocalDate } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { fold } from '../metrics/metric.ts'
import { readQuestion } from '../metrics/question.ts'

/** Which award is meant: without a metric the team's first of that period. */
export interface Which {
  readonly metric: Metric | null
  readonly period: Period
}

/** What is asked of `/champion`. */
export type ChampionRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'proof'; readonly which: Which }
  | { readonly kind: 'export'; readonly which: Which; readonly page: number }
  | { readonly kind: 'redo'; readonly which: Which; readonly confirmed: boolean }
  | { readonly kind: 'unclear'; readonly said: string }

const verbs: ReadonlyMap<string, 'export' | 'redo'> = new Map([
  ...(['export', '导出'] as const).map(word => [word, 'export'] as const),
  ...(['redo', 'recount', '重算', '重评', '重新计算'] as const).map(word => [word, 'redo'] as const),
])

const confirmations: ReadonlySet<string> = new Set(['confirm', 'yes', '确认', '确定'])

export function readRequest(text: string, metrics: readonly Metric[], today: LocalDate): ChampionRequest {
  const [first = '', ...others] = text.trim().split(/\s+/)
  const verb = verbs.get(fold(first)) ?? 'proof'
  const { metric, period, rest } = readQuestion(verb === 'proof' ? text : others.join(' '), metrics, today)
  if (verb === 'proof' && !metric && !period && rest === '') return { kind: 'list' }
  if (!period) return { kind: 'unclear', said: rest }
  const which = { metric, period }
  const more = fold(rest)
  if (more === '') return verb === 'proof' ? { kind: 'proof', which } : plain(verb, which)
  if (verb === 'redo' && confirmations.has(more)) return { kind: 'redo', which, confirmed: true }
  if (verb === 'export' && /^[1-9]\d{0,3}$/.test(more)) return { kind: 'export', which, page: Number(more) }
  return { kind: 'unclear', said: rest }
}

function plain(verb: 'export' | 'redo', which: Which): ChampionRequest {
  return verb === 'export' ? { kind: 'export', which, page: 1 } : { kind: 'redo', which, confirmed: false }
}
