// Decides a champion again from an export (`/champion export 2026-10`), and nothing else: it shares no line with the product.
// Usage: node test/features/champions/programs/recompute.ts FILE
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

interface Entry {
  readonly id: string
  readonly metric: string
  readonly member: string
  readonly date: string
  readonly value: string
  readonly replaces: string
  readonly at: string
}

interface Recomputed {
  /** The names of those who are first. */
  readonly winners: readonly string[]
  readonly value: number
  /** What the export itself says. */
  readonly claimed: { readonly winners: readonly string[]; readonly value: number }
  /** Whether the fingerprint at its end is that of its lines. */
  readonly intact: boolean
}

const kinds = new Set(['champion', 'counted', 'metric', 'currency', 'rate', 'member', 'entry', 'winner', 'proof'])

/** @param text - all pages of an export, one after the other; whatever is no record of it is passed over */
export function recompute(text: string): Recomputed {
  const lines = text.split('\n').filter(line => kinds.has(line.slice(0, line.indexOf(','))))
  const records = lines.map(cells)
  const of = (kind: string) => records.filter(([first]) => first === kind).map(record => record.slice(1))
  const [, , from = '', to = '', ranked = '', direction = ''] = of('champion')[0] ?? []
  const [asOf = '', last = '0'] = of('counted')[0] ?? []
  const metrics = new Map(
    of('metric').map(([key = '', aggregation = '', formula = '']) => [key, { aggregation, formula }]),
  )
  const currencies = new Map(of('currency').map(([key = '', currency = '']) => [key, currency]))
  const rates = of('rate').map(([currency = '', date = '', rate = '']) => ({ currency, date, rate }))
  const names = new Map(of('member').map(([number = '', name = '']) => [number, name]))
  const entries = of('entry')
    .map(([id = '', metric = '', member = '', date = '', value = '', , replaces = '', at = '']) => ({
      ...{ id, metric, member, date, value, replaces, at },
    }))
    .filter(entry => entry.at <= asOf && BigInt(entry.id) <= BigInt(last))
  const replaced = new Set(entries.map(entry => entry.replaces))
  const standing = entries.filter(({ id, date }) => from <= date && date <= to && !replaced.has(id))

  const figures = [...names.keys()].flatMap(member => {
    const own = standing.filter(entry => entry.member === member)
    if (own.length === 0) return []
    const value = figureOf(ranked, own)
    return value === null || (direction === 'most' && value <= 0) ? [] : [{ member, value }]
  })
  const values = figures.map(({ value }) => value)
  const best = direction === 'most' ? Math.max(...values) : Math.min(...values)

  function figureOf(key: string, own: readonly Entry[]): number | null {
    const { aggregation = '', formula = '' } = metrics.get(key) ?? {}
    if (formula === '')
      return recorded(
        own.filter(entry => entry.metric === key),
        aggregation,
        worth,
      )
    const value = evaluate(JSON.parse(formula), part => figureOf(part, own))
    return value === null ? null : rounded(value)
  }

  /** The latest rate of its day or before; what was in the team's own currency is worth itself. */
  function worth({ metric, date, value }: Entry): bigint {
    const currency = currencies.get(metric)
    if (currency === undefined) return units(value, 4) * units('1', 8)
    const [held] = rates
      .filter(rate => rate.currency === currency && rate.date <= date)
      .toSorted((one, other) => (one.date < other.date ? 1 : -1))
    return units(value, 4) * units(held?.rate ?? 'no rate', 8)
  }

  const said = of('winner')
  const body = lines.filter(line => !line.startsWith('proof,')).map(line => `${line}\n`)
  return {
    winners: figures.filter(({ value }) => value === best).map(({ member }) => names.get(member) ?? ''),
    value: best,
    claimed: {
      winners: said.map(([number = '']) => names.get(number) ?? ''),
      value: Number(said[0]?.[1]),
    },
    intact: createHash('sha256').update(body.join('')).digest('hex') === of('proof')[0]?.[0],
  }
}

/** Sums are exact: values have four decimals, rates eight. */
function recorded(entries: readonly Entry[], aggregation: string, worth: (entry: Entry) => bigint): number | null {
  if (entries.length === 0) return aggregation === 'sum' ? 0 : null
  const latest = entries
    .map(({ date }) => date)
    .toSorted()
    .at(-1)
  const counting = aggregation === 'last' ? entries.filter(({ date }) => date === latest) : entries
  const sum = counting.reduce((total, entry) => total + worth(entry), 0n)
  const exact = Number(`${sum}e-12`)
  return aggregation === 'average' ? rounded(exact / entries.length) : exact
}

/** A decimal number as a whole one of so many decimals. Throws for what is none. */
function units(value: string, decimals: number): bigint {
  const [, sign = '', whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  if (whole === undefined || part.length > decimals) throw new Error(`not a number of ${decimals} decimals: ${value}`)
  return BigInt(`${sign}${whole}${part.padEnd(decimals, '0')}`)
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4

type Tree = { op: string; value?: number; key?: string; of?: Tree; left?: Tree; right?: Tree }

function evaluate(tree: Tree | undefined, figure: (key: string) => number | null): number | null {
  if (tree === undefined) return null
  if (tree.op === 'number') return tree.value ?? null
  if (tree.op === 'metric') return figure(tree.key ?? '')
  const [left, right] =
    tree.op === 'minus' ? [0, evaluate(tree.of, figure)] : [evaluate(tree.left, figure), evaluate(tree.right, figure)]
  if (left === null || right === null) return null
  const value = { '+': left + right, '-': left - right, minus: left - right, '*': left * right, '/': left / right }[
    tree.op
  ]
  return value !== undefined && Number.isFinite(value) ? value : null
}

function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(recompute(readFileSync(process.argv[2] ?? '', 'utf8')), null, 2))
}
