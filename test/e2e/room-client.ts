import type { SeenMessage } from '../talk.ts'

/** The Room's HTTP API, as a script would use it. */
export interface RoomClient {
  post(path: 'messages' | 'actions' | 'clock', body: object): Promise<Response>
  /** What everybody said in a chat, from the beginning. */
  messages(channel: string, viewer?: string): Promise<readonly SeenMessage[]>
  /** Moves the team's time and waits until all is settled. Throws when that is refused. */
  goTo(to: Date | string): Promise<void>
  now(): Promise<Date>
}

export function roomClient(base: string): RoomClient {
  const url = (path: string): string => `${base}/room/api/${path}`
  const post: RoomClient['post'] = (path, body) => fetch(url(path), { method: 'POST', body: JSON.stringify(body) })

  return {
    post,
    async messages(channel, viewer) {
      const found = new Map<string, SeenMessage>()
      let cursor = '0'
      for (;;) {
        const query = new URLSearchParams({ channel, after: cursor, ...(viewer !== undefined && { viewer }) })
        const response = await fetch(url(`messages?${query}`))
        const page = (await response.json()) as { messages: readonly SeenMessage[]; cursor: string }
        if (page.messages.length === 0) return [...found.values()]
        for (const message of page.messages) found.set(message.id, message)
        cursor = page.cursor
      }
    },
    async goTo(to) {
      const response = await post('clock', { to: to instanceof Date ? to.toISOString() : to })
      if (!response.ok) throw new Error(`the clock was not moved: ${await response.text()}`)
    },
    async now() {
      const response = await fetch(url('clock'))
      return new Date(((await response.json()) as { now: string }).now)
    },
  }
}
