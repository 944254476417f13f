import { type Pace, paceBy } from '../shared/pace.ts'

/** DingTalk takes twenty calls of an API in a second from one app. We stay below: another process may share the app. */
const perSecond = 15
/** The rest is spread over the second. */
const burst = 5

const allowance = { spacingMs: 1_000 / (perSecond - burst), burst }

export function createPace(): Pace {
  return paceBy(() => allowance)
}
