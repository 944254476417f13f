import { aggregationWords, directionWords, kindWords, reporterWords, unitWords } from './fact-words.ts'
import { type Aggregation, type Direction, fold, type MetricKind, type MetricUnit, type Reporter } from './metric.ts'
import { readCurrency } from './money/currency.ts'

/** What may be said of a metric. */
interface Sayable {
  unit: MetricUnit
  kind: MetricKind
  decimals: number | null
  currency: string | null
  direction: Direction
  aggregation: Aggregation
  reportedBy: Reporter
}

/** Only what was said is in it. */
export type Facts = Partial<Sayable>

export interface Options {
  readonly facts: Facts
  readonly aliases: string[]
  /** Any name of the money that a count is paired with. */
  amount?: string
  /** As typed. */
  formula?: string
}

export type OptionsRead =
  | { readonly ok: true; readonly options: Options; readonly names: readonly string[] }
  | { readonly ok: false; readonly text: string }

/** Parts words into names and options such as `unit=count`, `单位=个数`; a formula goes on to the end. */
export function readOptions(words: readonly string[]): OptionsRead {
  const options: Options = { facts: {}, aliases: [] }
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
    else if (!takeOption(options, option, value)) return { ok: false, text: word }
  }
  return { ok: true, options, names }
}

/** Answers false when there is no such option, or no such value. */
function takeOption(options: Options, option: string, value: string): boolean {
  const name = optionNames.get(fold(option))
  switch (name) {
    case undefined:
      return false
    case 'alias':
      options.aliases.push(...value.split(/[,、;|/]/).filter(alias => alias !== ''))
      return true
    case 'amount':
      options.amount = value
      return true
    default:
      return takeFact(options.facts, name, value)
  }
}

function takeFact<K extends keyof Sayable>(facts: Facts, name: K, value: string): boolean {
  const reader: Readers[K] = readers[name]
  const read = reader(fold(value))
  if (read !== undefined) facts[name] = read
  return read !== undefined
}

type Readers = { readonly [K in keyof Sayable]: (text: string) => Sayable[K] | undefined }

const readers: Readers = {
  unit: oneOf(unitWords, {
    count: ['次数', '数量', '个', '次'],
    money: ['元', '钱'],
    percent: ['%'],
    number: ['数字'],
  }),
  kind: oneOf(kindWords, { activity: ['动作'] }),
  direction: oneOf(directionWords, { more: ['多', '越大越好'], less: ['少', '越小越好'] }),
  aggregation: oneOf(aggregationWords, {
    sum: ['求和', '累计', '总和'],
    average: ['avg', 'mean', '均值'],
    last: ['最近', '期末'],
  }),
  reportedBy: oneOf(reporterWords, { rep: ['成员', 'member'], lead: ['主管'] }),
  decimals: text => (auto.has(text) ? null : /^[0-4]$/.test(text) ? Number(text) : undefined),
  currency: text => (own.has(text) ? null : (readCurrency(text) ?? undefined)),
}

const auto = new Set(['auto', '自动'])
const own = new Set(['own', '本币'])

function oneOf<T extends string>(
  words: Readonly<Record<T, { readonly zh: string; readonly en: string }>>,
  also: Readonly<Partial<Record<T, readonly string[]>>>,
): (text: string) => T | undefined {
  const byName = new Map<string, T>()
  for (const value in words)
    for (const name of [value, words[value].zh, words[value].en, ...(also[value] ?? [])]) byName.set(name, value)
  return text => byName.get(text)
}

type OptionName = keyof Sayable | 'alias' | 'amount'

const optionNames: ReadonlyMap<string, OptionName> = new Map([
  ...named('alias', 'alias', 'aliases', '别名'),
  ...named('unit', 'unit', '单位'),
  ...named('kind', 'kind', '类型'),
  ...named('amount', 'amount', '金额'),
  ...named('decimals', 'decimals', '小数', '小数位'),
  ...named('currency', 'currency', '币种'),
  ...named('direction', 'direction', '方向', '好坏'),
  ...named('aggregation', 'aggregation', 'total', '汇总', '合计方式'),
  ...named('reportedBy', 'reportedby', 'reported', 'by', '填报', '填报人'),
])

function named(option: OptionName, ...words: readonly string[]): readonly (readonly [string, OptionName])[] {
  return words.map(word => [word, option] as const)
}
