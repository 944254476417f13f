import type { Said } from '../said.ts'

/** Many rules ask the same of a message: it is worked out once. */
export function once<T>(work: (text: string) => T): (said: Said) => T {
  const known = new WeakMap<Said, { readonly answer: T }>()
  return said => {
    const before = known.get(said)
    if (before !== undefined) return before.answer
    const answer = work(said.text)
    known.set(said, { answer })
    return answer
  }
}
