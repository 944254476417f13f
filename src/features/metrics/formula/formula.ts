/** What a metric is worked out by from others, as a tree; metrics by their keys, which never change. */
export type Formula =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'metric'; readonly key: string }
  | { readonly op: 'minus'; readonly of: Formula }
  | { readonly op: Operator; readonly left: Formula; readonly right: Formula }

export type Operator = '+' | '-' | '*' | '/'

/**
 * What it comes to; null where there is none: a metric has no figure, or something is divided by nothing.
 * @param figureOf - of a metric by its key; null when nobody recorded any
 */
export function compute(formula: Formula, figureOf: (key: string) => number | null): number | null {
  switch (formula.op) {
    case 'number':
      return formula.value
    case 'metric':
      return figureOf(formula.key)
    case 'minus': {
      const value = compute(formula.of, figureOf)
      return value === null ? null : 0 - value
    }
    default: {
      const left = compute(formula.left, figureOf)
      const right = compute(formula.right, figureOf)
      return left === null || right === null ? null : applied(formula.op, left, right)
    }
  }
}

function applied(op: Operator, left: number, right: number): number | null {
  const value = operations[op](left, right)
  return Number.isFinite(value) ? value : null
}

const operations: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
}

/** The keys of all metrics in it, each once, in the order of their first mention. */
export function metricsIn(formula: Formula): readonly string[] {
  return [...new Set(keysIn(formula))]
}

function keysIn(formula: Formula): readonly string[] {
  switch (formula.op) {
    case 'number':
      return []
    case 'metric':
      return [formula.key]
    case 'minus':
      return keysIn(formula.of)
    default:
      return [...keysIn(formula.left), ...keysIn(formula.right)]
  }
}
