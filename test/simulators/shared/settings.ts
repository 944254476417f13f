/** How every platform can be set up. */
export interface SharedOptions {
  /** The team's time. May be moved later through `now` of the simulator. */
  readonly now?: () => Date
  /** Real time in milliseconds. */
  readonly realNow?: () => number
  /** Whether the published rates are kept; `off` for measuring the bot alone. */
  readonly pace?: 'strict' | 'off'
}

export const usual: Required<SharedOptions> = {
  now: () => new Date(),
  realNow: () => Date.now(),
  pace: 'strict',
}
