import { charAt, foldName, isSpacedLetter, skipSpaces } from './normalise.ts'

/** What a metric's numbers are. Percents are points: 30 for 30%. */
export type MetricKind = 'count' | 'amount' | 'percent' | 'number'

/** A metric as a typed line may name it. */
export interface Metric {
  key: string
  /** All names in all languages, the preferred one of each language first. */
  names: readonly string[]
  kind: MetricKind
  /** For a count that comes with an amount (签单1/8万): the key of that amount's metric. */
  amountKey?: string
}

export type Vocabulary = readonly Metric[]

export interface NameIndex {
  /** The metric whose longest name stands at an offset of a folded text. */
  match(text: string, at: number): { metric: Metric; end: number } | null
  /** The key of the metric with the most similar name, when one is similar enough to be a slip of the fingers. */
  nearest(name: string): string | undefined
}

interface Node {
  next: Map<string, Node>
  metric: Metric | null
}

/** Prepares a vocabulary for look-ups. Where two metrics claim one name, the first keeps it. */
export function indexNames(vocabulary: Vocabulary): NameIndex {
  const root: Node = { next: new Map(), metric: null }
  const names: { name: string; key: string }[] = []
  for (const metric of vocabulary) {
    for (const name of metric.names.map(foldName).filter(folded => folded !== '')) {
      insert(root, name, metric)
      names.push({ name, key: metric.key })
    }
  }
  return {
    match: (text, at) => match(root, text, at),
    nearest: name => (name.length > LONGEST_COMPARED ? undefined : nearest(names, foldName(name))),
  }
}

function insert(root: Node, name: string, metric: Metric): void {
  let node = root
  for (const unit of name.split('')) {
    const next: Node = node.next.get(unit) ?? { next: new Map(), metric: null }
    node.next.set(unit, next)
    node = next
  }
  node.metric ??= metric
}

function match(root: Node, text: string, at: number): { metric: Metric; end: number } | null {
  if (isSpacedLetter(charAt(text, at)) && isSpacedLetter(text.charAt(at - 1))) return null
  let found: { metric: Metric; end: number } | null = null
  let node: Node | undefined = root
  let end = at
  while (end < text.length) {
    const unit = text.charAt(end)
    node = node.next.get(unit)
    if (node === undefined) break
    end = unit === ' ' ? skipSpaces(text, end) : end + 1
    if (node.metric && endsWord(text, end)) found = { metric: node.metric, end }
  }
  return found
}

/** "call" does not stand in "callback", but 电话 does in 电话会议. */
const endsWord = (text: string, end: number): boolean =>
  !(isSpacedLetter(text.charAt(end - 1)) && isSpacedLetter(charAt(text, end)))

const LONGEST_COMPARED = 24

function nearest(names: readonly { name: string; key: string }[], typed: string): string | undefined {
  if (typed.length < 2) return undefined
  let best: { key: string; distance: number } | undefined
  for (const { name, key } of names) {
    const allowed = Math.max(1, Math.floor(Math.max(name.length, typed.length) / 3))
    if (name.length < 2 || Math.abs(name.length - typed.length) > allowed) continue
    const distance = editDistance(name, typed)
    if (distance <= allowed && distance < (best?.distance ?? Infinity)) best = { key, distance }
  }
  return best?.key
}

/** Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charAt(row - 1) === b.charAt(column - 1)
      const swapped = a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1)
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? Infinity
}
