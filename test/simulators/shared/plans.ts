/** Failures that a test has planned, by what they are to befall. */
export interface Plans<Failure> {
  /** The next calls of this name fail. */
  failNext(name: string, failure: Failure, times?: number): void
  take(name: string): Failure | undefined
  /** Failures that no call has met, in words. */
  unused(): readonly string[]
}

export function createPlans<Failure>(): Plans<Failure> {
  const planned: { readonly name: string; readonly failure: Failure; left: number }[] = []
  return {
    failNext(name, failure, times = 1) {
      planned.push({ name, failure, left: times })
    },
    take(name) {
      const next = planned.find(plan => plan.name === name && plan.left > 0)
      if (next === undefined) return undefined
      next.left -= 1
      return next.failure
    },
    unused: () =>
      planned.filter(({ left }) => left > 0).map(({ name, left }) => `${left} failure(s) of ${name} were never met`),
  }
}
