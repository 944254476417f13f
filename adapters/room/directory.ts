import { createBatcher } from '../../src/base/batch.ts'
import type { RoomChannel, RoomMessages, RoomUser } from './messages.ts'

export interface Directory {
  user(id: string): Promise<RoomUser | null>
  channel(id: string): Promise<RoomChannel | null>
}

interface Page {
  readonly users: ReadonlyMap<string, RoomUser>
  readonly channels: ReadonlyMap<string, RoomChannel>
  readonly readAt: number
}

/** So long a page may be used again, in milliseconds: a name that was changed or removed is known as long as that. */
const freshFor = 1_000

/**
 * Who and what is in the Room. Whoever is not on the page that was read last is looked for anew, so what was added is there
 * at once; those who ask at the same moment share one reading.
 */
export function createDirectory(messages: Pick<RoomMessages, 'users' | 'channels'>): Directory {
  let page: Page | null = null
  const read = createBatcher<null, Page>(
    async asked => {
      const [users, channels] = await Promise.all([messages.users(), messages.channels()])
      const anew: Page = { users: byId(users), channels: byId(channels), readAt: performance.now() }
      page = anew
      return asked.map(() => anew)
    },
    { max: Number.POSITIVE_INFINITY },
  )
  const kept = () => (page !== null && performance.now() - page.readAt < freshFor ? page : null)
  return {
    user: async id => kept()?.users.get(id) ?? (await read(null)).users.get(id) ?? null,
    channel: async id => kept()?.channels.get(id) ?? (await read(null)).channels.get(id) ?? null,
  }
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map(one => [one.id, one]))
}
