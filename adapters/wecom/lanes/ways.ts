import type { Chat, LaneName } from './lane.ts'

/** The ways by which a message can get into a chat. */
export const ways = ['respond', 'push', 'webhook', 'app'] as const
export type Way = (typeof ways)[number]

/** What a message needs of its way. */
export type Need = 'words' | 'calls' | 'picture' | 'file' | 'card'

/** What there is for one chat at this moment. */
export interface Reach {
  /** Somebody's words wait for this answer. */
  readonly call: boolean
  /** Somebody has spoken to the bot there. */
  readonly known: boolean
  readonly webhook: boolean
  readonly app: boolean
  /** We hear what is pressed on the app's cards. */
  readonly appHears: boolean
}

/**
 * The stated order. An answer stands under what it answers; the bot says what it may, since that costs nothing and has
 * cards; pictures, files, and words that make somebody's phone ring, go by whatever does that surely.
 */
const order: Readonly<Record<Chat['kind'], Readonly<Record<Need, readonly Way[]>>>> = {
  group: {
    words: ['respond', 'push', 'webhook'],
    calls: ['webhook', 'respond', 'push'],
    picture: ['webhook', 'push'],
    file: ['webhook', 'push'],
    card: ['respond', 'push'],
  },
  direct: {
    words: ['respond', 'push', 'app'],
    calls: ['respond', 'push', 'app'],
    picture: ['app', 'push'],
    file: ['app', 'push'],
    card: ['respond', 'push', 'app'],
  },
}

/** All ways that can be gone now, the best first. */
export function waysFor(need: Need, kind: Chat['kind'], reach: Reach): readonly Way[] {
  const open = {
    respond: reach.call,
    push: reach.known,
    webhook: reach.webhook,
    app: need === 'card' ? reach.app && reach.appHears : reach.app,
  }
  return order[kind][need].filter(way => open[way])
}

export function laneOf(way: Way): LaneName {
  return way === 'webhook' || way === 'app' ? way : 'bot'
}
