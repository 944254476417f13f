/** How often Slack lets an app call a method, in calls a minute: https://docs.slack.dev/apis/web-api/rate-limits */
const tiers = { 2: 20, 3: 50, 4: 100 } as const

/** The methods that we call, by tier. Those that post are not here: the outbox keeps their pace, channel by channel. */
const tierOf: Readonly<Record<string, keyof typeof tiers>> = {
  'users.list': 2,
  'users.conversations': 3,
  'users.info': 4,
  'conversations.open': 3,
  'conversations.info': 3,
  'conversations.history': 3,
  'conversations.replies': 3,
  'conversations.members': 4,
  'chat.update': 3,
  'chat.delete': 3,
  'views.open': 4,
  'views.update': 4,
  'views.publish': 4,
  'files.getUploadURLExternal': 4,
  'files.completeUploadExternal': 4,
}

/** We stay below what is allowed: Slack counts by its own clock, and another process may share our token. */
const share = 0.8
const minute = 60_000

export interface Pace {
  /** Takes a turn of the method: the milliseconds to wait before the call, or null when that were longer than `atMost`. */
  turn(method: string, now: number, atMost: number): number | null
  /** Slack asked to leave the method alone for so many milliseconds. */
  hold(method: string, now: number, forMs: number): void
  /** The milliseconds until the method has a turn to give. */
  waitFor(method: string, now: number): number
}

/** Keeps each method's pace. Turns are given in the order in which they are asked for. */
export function createPace(): Pace {
  /** When each method's next call would be due, had all been evenly spread. */
  const due = new Map<string, number>()

  const waitFor = (method: string, now: number) => Math.max(0, (due.get(method) ?? 0) - headStart(method) - now)

  return {
    waitFor,
    turn(method, now, atMost) {
      const wait = waitFor(method, now)
      if (wait > atMost) return null
      due.set(method, Math.max(due.get(method) ?? 0, now) + spacing(method))
      return wait
    },
    hold(method, now, forMs) {
      due.set(method, Math.max(due.get(method) ?? 0, now + forMs + headStart(method)))
    },
  }
}

/** So many calls may go at once: a tenth of a minute's, at least one. */
function burst(method: string): number {
  const tier = tierOf[method]
  return tier === undefined ? 1 : Math.max(1, Math.floor((tiers[tier] * share) / 10))
}

/** Milliseconds between two calls. The burst is taken out of the minute's allowance, so no minute ever sees more. */
function spacing(method: string): number {
  const tier = tierOf[method]
  return tier === undefined ? 0 : minute / (tiers[tier] * share - burst(method))
}

/** So far ahead of its even place a call may go, which makes the burst. */
function headStart(method: string): number {
  return (burst(method) - 1) * spacing(method)
}
