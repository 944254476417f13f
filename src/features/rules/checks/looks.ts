import type { Rule, RuleDefinition } from '../rule.ts'
import type { Found, Lately, Said } from '../said.ts'
import { type Check, checkFor, type Tools } from './check.ts'
import { listens } from './listening.ts'

/** A rule that a message meets. */
export interface Hit {
  readonly rule: Rule
  readonly found: Found
}

/**
 * What all rules of a team look for. Those that look for the same thing differ in their manners alone, and many look at the
 * same messages: however many rules there are, each message is looked at once for each thing.
 */
export type Looks = readonly Audience[]

/** Messages at which some rules look. */
interface Audience {
  /** Of any of the rules, which all look at the same. */
  readonly definition: RuleDefinition
  readonly looks: { readonly check: Check; readonly rules: Numbered[] }[]
}

interface Numbered {
  readonly n: number
  readonly rule: Rule
}

export function looksOf(rules: readonly Rule[], tools: Tools): Looks {
  const checks = new Map<string, Check>()
  const audiences = new Map<string, Audience>()
  for (const [n, rule] of rules.entries()) {
    const { definition } = rule
    const { when, listens: to, exempt, since } = definition
    const check = oneOf(checks, JSON.stringify(when), () => checkFor(when, tools))
    const audience = oneOf(audiences, JSON.stringify([to, exempt, since]), () => ({ definition, looks: [] }))
    const look = audience.looks.find(it => it.check === check)
    if (look) look.rules.push({ n, rule })
    else audience.looks.push({ check, rules: [{ n, rule }] })
  }
  return [...audiences.values()]
}

/** In the order of the rules. */
export function hitsOf(audiences: Looks, said: Said, lately: Lately): readonly Hit[] {
  let hits: readonly (Numbered & Hit)[] = none
  for (const { definition, looks } of audiences) {
    if (!listens(definition, said)) continue
    for (const { check, rules } of looks) {
      const found = check(said, lately)
      if (found !== null) hits = [...hits, ...rules.map(one => ({ ...one, found }))]
    }
  }
  return hits.length < 2 ? hits : hits.toSorted((one, other) => one.n - other.n)
}

const none: readonly (Numbered & Hit)[] = []

function oneOf<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
