import { fold, type Metric, namesOf } from '../metric.ts'
import type { Formula, Operator } from './formula.ts'

type Named = Pick<Metric, 'key' | 'zh' | 'en' | 'aliases'>

export type FormulaProblem =
  | { readonly kind: 'empty' | 'too-long' }
  /** A word that is no metric of the team. */
  | { readonly kind: 'unknown'; readonly text: string }
  /** What does not belong there; the text is empty at the end of the formula. */
  | { readonly kind: 'unexpected'; readonly text: string }
  /** A bracket that is not closed. */
  | { readonly kind: 'open' }

export type FormulaRead =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly problem: FormulaProblem }

/** A formula that cannot be taken in at a glance wants a metric of its own for its parts. */
const MOST_CHARACTERS = 200

/**
 * Reads `签单额 / 签单` or `(visits + calls * 0.2) / 2`: numbers, metrics by any of their names, + - × ÷ and brackets, in full
 * or half width. It is parsed, and nothing else is ever made of it.
 */
export function readFormula(text: string, metrics: readonly Named[]): FormulaRead {
  const tidy = text.normalize('NFKC').replaceAll(/[×·]/g, '*').replaceAll('÷', '/').replaceAll(/[−–—]/g, '-').trim()
  if (tidy === '') return problem({ kind: 'empty' })
  if (tidy.length > MOST_CHARACTERS) return problem({ kind: 'too-long' })
  try {
    return { ok: true, formula: parse(tokensIn(tidy, metrics)) }
  } catch (error) {
    if (error instanceof Unreadable) return problem(error.problem)
    throw error
  }
}

function problem(what: FormulaProblem): FormulaRead {
  return { ok: false, problem: what }
}

class Unreadable extends Error {
  readonly problem: FormulaProblem
  constructor(what: FormulaProblem) {
    super(what.kind)
    this.problem = what
  }
}

type Token =
  | { readonly is: 'value'; readonly formula: Formula; readonly text: string }
  | { readonly is: 'sign'; readonly text: Operator | '(' | ')' }

const numeral = /^(?:\d+(?:\.\d+)?|\.\d+)/
const sign = /^[-+*/()]/
const word = /^[\p{L}\p{M}\p{N}_]+/u

function tokensIn(text: string, metrics: readonly Named[]): readonly Token[] {
  const names = namesIn(metrics)
  const tokens: Token[] = []
  for (let rest = text; rest !== ''; rest = rest.trimStart()) {
    const token = nextToken(rest, names)
    tokens.push(token)
    rest = rest.slice(token.text.length)
  }
  return tokens
}

/** The longest first: a name may contain another, or a hyphen. */
function namesIn(metrics: readonly Named[]): readonly (readonly [name: string, key: string])[] {
  const all = metrics.flatMap(metric => namesOf(metric).map(name => [name.normalize('NFKC'), metric.key] as const))
  return all.toSorted(([one], [other]) => other.length - one.length)
}

function nextToken(rest: string, names: ReturnType<typeof namesIn>): Token {
  const [digits] = numeral.exec(rest) ?? []
  if (digits !== undefined) return { is: 'value', text: digits, formula: { op: 'number', value: Number(digits) } }
  const [mark] = sign.exec(rest) ?? []
  if (mark !== undefined) return { is: 'sign', text: mark as Operator | '(' | ')' }
  const named = names.find(([name]) => startsWithName(rest, name))
  if (named) return { is: 'value', text: rest.slice(0, named[0].length), formula: { op: 'metric', key: named[1] } }
  const [unknown] = word.exec(rest) ?? []
  if (unknown !== undefined) throw new Unreadable({ kind: 'unknown', text: unknown })
  throw new Unreadable({ kind: 'unexpected', text: [...rest][0] ?? '' })
}

/** `拜访` is not in `拜访量`, nor `call` in `calls`. */
function startsWithName(rest: string, name: string): boolean {
  if (fold(rest.slice(0, name.length)) !== fold(name)) return false
  return !/^[\p{L}\p{M}\p{N}_]/u.test(rest.slice(name.length))
}

/** sum = product {+ product}, product = signed {* signed}, signed = - signed | value | ( sum ) */
function parse(tokens: readonly Token[]): Formula {
  let at = 0

  function takes(...signs: readonly string[]): string | null {
    const token = tokens[at]
    if (token?.is !== 'sign' || !signs.includes(token.text)) return null
    at += 1
    return token.text
  }

  function chain(part: () => Formula, ...operators: readonly Operator[]): Formula {
    let formula = part()
    for (let op = takes(...operators); op !== null; op = takes(...operators))
      formula = { op: op as Operator, left: formula, right: part() }
    return formula
  }

  const sum = (): Formula => chain(product, '+', '-')
  const product = (): Formula => chain(signed, '*', '/')

  function signed(): Formula {
    if (takes('-') !== null) return { op: 'minus', of: signed() }
    return takes('(') === null ? value() : closed(sum())
  }

  function closed(formula: Formula): Formula {
    if (takes(')') !== null) return formula
    throw new Unreadable(at < tokens.length ? unexpected() : { kind: 'open' })
  }

  function value(): Formula {
    const token = tokens[at]
    if (token?.is !== 'value') throw new Unreadable(unexpected())
    at += 1
    return token.formula
  }

  const unexpected = (): FormulaProblem => ({ kind: 'unexpected', text: tokens[at]?.text ?? '' })

  const whole = sum()
  if (at < tokens.length) throw new Unreadable(unexpected())
  return whole
}
