import type { Condition } from '../condition.ts'
import type { Check } from './check.ts'

type Repeats = Extract<Condition, { kind: 'repeats' }>

/** Found when this message is the how-manieth with the same words. */
export function repeats({ times, minutes }: Pick<Repeats, 'times' | 'minutes'>): Check {
  return (_said, lately) => {
    const count = lately.same(minutes) + 1
    return count >= times ? { ranges: [], what: [String(count)] } : null
  }
}
