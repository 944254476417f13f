import { randomUUID } from 'node:crypto'
import type { Place } from './company.ts'

interface Session {
  readonly place: Place
  readonly expiresAt: Date
}

/** The addresses for replies that come with what people say. */
export interface Sessions {
  issue(place: Place): { readonly id: string; readonly expiresAt: Date }
  /** Where a reply goes; null when the session is over or none. */
  placeOf(id: string): Place | null
}

export function createSessions(now: () => Date, lifeMs: number): Sessions {
  const sessions = new Map<string, Session>()
  return {
    issue(place) {
      const id = randomUUID().replaceAll('-', '')
      const expiresAt = new Date(now().getTime() + lifeMs)
      sessions.set(id, { place, expiresAt })
      return { id, expiresAt }
    },
    placeOf(id) {
      const session = sessions.get(id)
      return session !== undefined && now() < session.expiresAt ? session.place : null
    },
  }
}
