import type { House } from '../../src/platform/house.ts'

/** A house that is not asked anything: whoever asks it fails. */
export const deaf: House = {
  intake: () => refuse('an event was handed in'),
  keepFile: () => refuse('a file was handed in'),
  rehearse: () => refuse('an event was rehearsed'),
  home: () => refuse("somebody's own page was asked for"),
  said: () => refuse('it was asked what was said'),
  caughtUp: () => refuse('it was told that nothing is missing'),
  heardUntil: () => refuse('it was asked what was heard'),
}

function refuse(what: string): Promise<never> {
  return Promise.reject(new Error(`Unexpected: ${what}`))
}
