import { PlatformError } from '../../../src/platform/errors.ts'
import type { Memory as Kept } from '../../../src/platform/memory.ts'
import { Memory } from '../../shared/memory.ts'
import type { Chat } from '../lanes/lane.ts'

/** Chats in which somebody has spoken to the bot, over restarts. */
export interface Chats {
  knows(chat: Chat): Promise<boolean>
  note(chat: Chat): Promise<void>
  /** WeCom says that we may not speak there. */
  forget(chat: Chat): Promise<void>
}

const MOST = 10_000

export function createChats(memory: Kept): Chats {
  const seen = new Memory<boolean>(MOST)

  async function write(chat: Chat, known: boolean): Promise<void> {
    const name = nameOf(chat)
    if (seen.get(name) === known) return
    // At once, for whoever answers before it is written; not written, it is tried again with the next word.
    seen.set(name, known)
    try {
      await memory.set(name, known)
    } catch (error) {
      seen.delete(name)
      throw error
    }
  }

  return {
    async knows(chat) {
      const name = nameOf(chat)
      if (seen.get(name)) return true
      try {
        // Another process may have heard it since.
        return (await memory.get(name)) === true
      } catch (error) {
        throw new PlatformError('unavailable', 'where the bot was spoken to cannot be looked up', { cause: error })
      }
    },
    note: chat => write(chat, true),
    forget: chat => write(chat, false),
  }
}

function nameOf({ kind, id }: Chat): string {
  return `bot.chat.${kind}.${id}`
}
