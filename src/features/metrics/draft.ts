import { parsePeriod } from '../../calendar/period-words.ts'
import { fold, type Metric, type MetricKind, type MetricUnit } from './metric.ts'

/** A metric that somebody wants: all but what the catalogue gives it. `amount` is any name of the money it is paired with. */
export interface MetricDraft extends Omit<Metric, 'id' | 'position' | 'amountKey' | 'formula'> {
  readonly amount: string | null
  /** As typed. */
  readonly formula: string | null
}

export type DraftResult =
  | { readonly ok: true; readonly draft: MetricDraft }
  | { readonly ok: false; readonly problem: 'no-name' | 'bad-name' | 'bad-option'; readonly text: string }

const units: ReadonlyMap<string, MetricUnit> = new Map([
  ...(['count', '个数', '次数', '数量', '个', '次'] as const).map(word => [word, 'count'] as const),
  ...(['money', '元', '金额', '钱'] as const).map(word => [word, 'money'] as const),
  ...(['percent', '%', '百分比'] as const).map(word => [word, 'percent'] as const),
  ...(['number', '数值', '数字'] as const).map(word => [word, 'number'] as const),
])

const kinds: ReadonlyMap<string, MetricKind> = new Map([
  ...(['activity', '过程', '动作'] as const).map(word => [word, 'activity'] as const),
  ...(['result', '结果'] as const).map(word => [word, 'result'] as const),
])

interface Options {
  unit?: MetricUnit
  kind?: MetricKind
  amount?: string
  formula?: string
  aliases: string[]
}

/**
 * Reads `演示 demos alias=demo,试用 unit=count amount=revenue`: names in either language, then options in either; the last of
 * them may be a formula, `签单率 unit=percent formula=签单 / 拜访 * 100`.
 */
export function readDraft(words: readonly string[]): DraftResult {
  const options: Options = { aliases: [] }
  const names: string[] = []
  const at = words.findIndex(word => /^(?:formula|公式)[=:]/i.test(word))
  if (at >= 0)
    options.formula = words
      .slice(at)
      .join(' ')
      .replace(/^[^=:]+[=:]/, '')
  for (const word of at < 0 ? words : words.slice(0, at)) {
    const [, option, value] = /^([^=:]+)[=:](.+)$/.exec(word) ?? []
    if (option === undefined || value === undefined) names.push(word)
    else if (!takeOption(options, option, value)) return { ok: false, problem: 'bad-option', text: word }
  }
  const [first] = names
  if (first === undefined) return { ok: false, problem: 'no-name', text: '' }
  const bad = [...names, ...options.aliases].find(name => !isName(name))
  if (bad !== undefined) return { ok: false, problem: 'bad-name', text: bad }
  return { ok: true, draft: draftOf(first, names, options) }
}

function draftOf(first: string, names: readonly string[], options: Options): MetricDraft {
  const zh = names.find(isHan) ?? first
  const en = names.find(name => !isHan(name)) ?? first
  const own = new Set([zh, en].map(fold))
  return {
    key: fold(en),
    zh,
    en: en.charAt(0).toUpperCase() + en.slice(1),
    aliases: [...new Set([...names, ...options.aliases].map(fold))].filter(name => !own.has(name)),
    kind: options.kind ?? (options.unit === 'money' || options.formula !== undefined ? 'result' : 'activity'),
    unit: options.unit ?? (options.formula === undefined ? 'count' : 'number'),
    amount: options.amount ?? null,
    formula: options.formula ?? null,
  }
}

/** Answers false when there is no such option, or no such value. */
function takeOption(options: Options, option: string, value: string): boolean {
  switch (fold(option)) {
    case 'alias':
    case 'aliases':
    case '别名':
      options.aliases.push(...value.split(/[,、|/]/).filter(name => name !== ''))
      return true
    case 'unit':
    case '单位': {
      const unit = units.get(fold(value))
      if (unit) options.unit = unit
      return unit !== undefined
    }
    case 'kind':
    case '类型': {
      const kind = kinds.get(fold(value))
      if (kind) options.kind = kind
      return kind !== undefined
    }
    case 'amount':
    case '金额':
      options.amount = value
      return true
    default:
      return false
  }
}

const LETTERS = /^\p{L}[\p{L}\p{M}_-]{0,19}$/u
const NUMERALS = /^(?:[零〇一二两三四五六七八九十百千万亿半]+|[kwm])$/i
/** Never seen from a real day: only whether the word names a period at all matters. */
const ANY_DAY = '2026-01-01'

/**
 * Names are one word of letters, so that `拜访3 calls20` has only one reading, and no word that already means a number or
 * a period, so that `/board 周` has.
 */
export function isName(text: string): boolean {
  return LETTERS.test(text) && !NUMERALS.test(text) && parsePeriod(text, ANY_DAY) === null
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
