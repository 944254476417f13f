import { type Allowance, type Pace, paceBy } from '../shared/pace.ts'

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

export function createPace(): Pace {
  return paceBy(allowanceOf)
}

/** A tenth of a minute's calls may go at once, at least one. */
function allowanceOf(method: string): Allowance {
  const tier = tierOf[method]
  if (tier === undefined) return unbounded
  const perMinute = tiers[tier] * share
  const burst = Math.max(1, Math.floor(perMinute / 10))
  return { spacingMs: minute / (perMinute - burst), burst }
}

const unbounded: Allowance = { spacingMs: 0, burst: 1 }
