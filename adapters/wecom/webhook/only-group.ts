import { z } from 'zod'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Memory } from '../../../src/platform/memory.ts'

const KEY = 'webhook.groups'

/** More than that only have to be told from one. */
const MOST = 10

/** What is kept in another form was none of ours: it counts for nothing. */
const kept = z.array(z.string()).catch([])

/** The groups for which a webhook that names none was wanted, over restarts. */
export async function groupsWanting(memory: Pick<Memory, 'get'>): Promise<readonly string[]> {
  return kept.parse(await memory.get(KEY))
}

/**
 * A webhook speaks in one group, and WeCom tells nobody in which. One that is set without a group is the right one as long
 * as there is one group alone; what is meant for a second one must not be read in the first.
 */
export function createOnlyGroup(memory: Memory) {
  return {
    async is(chatId: string): Promise<boolean> {
      try {
        const before = await groupsWanting(memory)
        const groups = before.includes(chatId) ? before : [...before, chatId].slice(0, MOST)
        if (groups.length > before.length) await memory.set(KEY, [...groups])
        return groups.length === 1 && groups[0] === chatId
      } catch (error) {
        throw new PlatformError('unavailable', 'the group of the webhook cannot be looked up', { cause: error })
      }
    },
  }
}
