/** What came of a time at which a nudge was due. */
export interface Trial {
  /** False for those whom the budget of attention kept it from: nothing else tells them apart. */
  readonly spoken: boolean
  /** How much better it went afterwards than before, on any scale that is one for all. */
  readonly change: number
}

/** Trials of one side, put together. */
export interface Side {
  readonly trials: number
  readonly mean: number
  /** Of the single trials, not of the mean. */
  readonly variance: number
}

/** What a kind of nudge does. `gain`: how much more those moved who were spoken to. */
export type Effect =
  | { readonly kind: 'too-early'; readonly spoken: number; readonly held: number }
  | {
      readonly kind: 'helps' | 'unclear' | 'nothing'
      readonly spoken: number
      readonly held: number
      readonly gain: number
    }

/** Fewer on either side say nothing. */
export const LEAST_TRIALS = 8
/** Gains in widths of chance (standard errors): from the first on it helps, below the second it does nothing. */
const HELPS = 1
const NOTHING = 0.25

/** People held back are the comparison: without them a number that moves by itself would look like our doing. */
export function effectOf(spoken: Side, held: Side): Effect {
  const counts = { spoken: spoken.trials, held: held.trials }
  if (Math.min(spoken.trials, held.trials) < LEAST_TRIALS) return { kind: 'too-early', ...counts }
  const gain = spoken.mean - held.mean
  const chance = Math.sqrt(spoken.variance / spoken.trials + held.variance / held.trials)
  return { kind: verdict(gain, chance), ...counts, gain }
}

function verdict(gain: number, chance: number): 'helps' | 'unclear' | 'nothing' {
  if (gain <= NOTHING * chance) return 'nothing'
  return gain >= HELPS * chance ? 'helps' : 'unclear'
}

export function sideOf(trials: readonly Trial[], spoken: boolean): Side {
  const changes = trials.filter(trial => trial.spoken === spoken).map(({ change }) => change)
  const mean = changes.reduce((sum, change) => sum + change, 0) / (changes.length || 1)
  const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0)
  return { trials: changes.length, mean, variance: changes.length > 1 ? squares / (changes.length - 1) : 0 }
}
