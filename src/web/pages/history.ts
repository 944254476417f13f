import type { Message } from './shapes.ts'

/** What one person has of one chat. */
export interface History {
  /** In the order in which they were said. */
  readonly messages: readonly Message[]
  /** Null until the chat was read for the first time. */
  readonly cursor: string | null
  /** How many came since the chat was last looked at. */
  readonly unread: number
}

export const noHistory: History = { messages: [], cursor: null, unread: 0 }

/** Takes in what is new or was revised. A revised message keeps its place; what was there before is not unread. */
export function merge(
  history: History,
  news: { readonly messages: readonly Message[]; readonly cursor: string },
  { viewer, looking }: { readonly viewer: string; readonly looking: boolean },
): History {
  const byId = new Map(history.messages.map(message => [message.id, message]))
  const added = news.messages.filter(message => !byId.has(message.id) && message.from !== viewer)
  for (const message of news.messages) byId.set(message.id, message)
  const messages = [...byId.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const fresh = history.cursor === null ? 0 : added.length
  return { messages, cursor: news.cursor, unread: looking ? 0 : history.unread + fresh }
}
