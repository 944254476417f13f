/** Where "now" comes from. Nothing below `main.ts` asks the machine for the time in any other way. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/**
 * A clock that a person may move forward, never back: real time plus an offset. With `frozen` it stands still between
 * moves, as tests and simulations want it.
 */
export class MovableClock implements Clock {
  #base: Clock
  #offset: number
  #frozenAt: number | null

  constructor(options: { base?: Clock; offset?: number; frozenAt?: Date } = {}) {
    this.#base = options.base ?? systemClock
    this.#offset = options.offset ?? 0
    this.#frozenAt = options.frozenAt?.getTime() ?? null
  }

  now(): Date {
    return new Date(this.#frozenAt ?? this.#base.now().getTime() + this.#offset)
  }

  /** Milliseconds between this clock and the real one; kept across restarts so that time never runs backwards. */
  get offset(): number {
    return this.now().getTime() - this.#base.now().getTime()
  }

  /** Goes along when another process has moved the team's time farther. A clock that stands still goes nowhere by itself. */
  follow(offset: number): void {
    this.#offset = Math.max(this.#offset, offset)
  }

  /** Moves to `instant` and answers true; an instant in the past changes nothing and answers false. */
  moveTo(instant: Date): boolean {
    const ahead = instant.getTime() - this.now().getTime()
    if (ahead < 0) return false
    if (this.#frozenAt === null) this.#offset += ahead
    else this.#frozenAt += ahead
    return true
  }
}
