import { createBatcher } from '../../src/base/batch.ts'
import type { RoomChannel, RoomMessages, RoomUser } from './messages.ts'

export interface Directory {
  readonly users: ReadonlyMap<string, RoomUser>
  readonly channels: ReadonlyMap<string, RoomChannel>
}

/** Who and what is in the Room, read anew each time; those who ask at the same moment share one reading. */
export function createDirectory(messages: Pick<RoomMessages, 'users' | 'channels'>): () => Promise<Directory> {
  const read = createBatcher<null, Directory>(
    async asked => {
      const [users, channels] = await Promise.all([messages.users(), messages.channels()])
      const directory = { users: byId(users), channels: byId(channels) }
      return asked.map(() => directory)
    },
    { max: Number.POSITIVE_INFINITY },
  )
  return () => read(null)
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map(one => [one.id, one]))
}
