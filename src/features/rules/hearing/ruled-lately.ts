import { isDeepStrictEqual } from 'node:util'
import { forgetOldest } from '../../../base/forget-oldest.ts'
import type { RuledGroup } from './store.ts'

const most = 5_000

/** Groups in which rules held when that was last asked, by `nameOf`: mostly they still do, and are still the same. */
export function createRuledLately(nameOf: (group: RuledGroup) => string) {
  const known = new Map<string, RuledGroup>()

  const guess = (names: Iterable<string>): readonly RuledGroup[] => [...names].flatMap(name => known.get(name) ?? [])

  return {
    guess,
    /** Takes down what was found where these names were asked about; answers whether it had been guessed. */
    learn(names: readonly string[], groups: readonly RuledGroup[]): boolean {
      const isAsGuessed =
        guess(names).length === groups.length &&
        groups.every(group => isDeepStrictEqual(group, known.get(nameOf(group))))
      for (const name of names) known.delete(name)
      for (const group of groups) known.set(nameOf(group), group)
      forgetOldest(known, most)
      return isAsGuessed
    },
  }
}
