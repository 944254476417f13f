/** The team's time, which a test may move. */
export interface TeamTime {
  readonly now: () => Date
  set(now: () => Date): void
}

export function createTeamTime(start: () => Date): TeamTime {
  let current = start
  return {
    now: () => current(),
    set(now) {
      current = now
    },
  }
}
