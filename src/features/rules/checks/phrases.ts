import type { Check } from './check.ts'
import type { Patterns } from './patterns.ts'

/** Any of these patterns; the first that is found tells. */
export function anyOf(texts: readonly string[], patterns: Patterns): Check {
  const own = patterns.only(texts)
  return said => {
    const hit = own(said)
    return hit === null ? null : { ranges: [{ from: hit.from, to: hit.to }], what: [hit.pattern] }
  }
}
