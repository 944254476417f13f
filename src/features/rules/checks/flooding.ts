import type { Condition } from '../condition.ts'
import type { Check } from './check.ts'

type Flooding = Extract<Condition, { kind: 'flooding' }>

/** Found when this message makes it more than so many. */
export function flooding({ messages, seconds }: Pick<Flooding, 'messages' | 'seconds'>): Check {
  return (_said, lately) => {
    const count = lately.messages(seconds) + 1
    return count > messages ? { ranges: [], what: [String(count)] } : null
  }
}
