import type { Said } from '../said.ts'

/** Many rules ask the same of a message, one after the other: it is worked out once. */
export function once<T>(work: (text: string) => T): (said: Said) => T {
  let last: { readonly said: Said; readonly answer: T } | null = null
  return said => {
    if (last === null || last.said !== said) last = { said, answer: work(said.text) }
    return last.answer
  }
}
