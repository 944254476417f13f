import { createHash } from 'node:crypto'
import type { Clock } from '../../../src/base/clock.ts'
import { Memory } from '../../shared/memory.ts'

/** How far back WeCom is asked to look for the same words, in seconds: longer than the outbox waits before it tries again. */
export const checkedSeconds = 900

/** So many messages are remembered. */
const remembered = 5_000

/**
 * WeCom's duplicate check goes by the words alone, so it would also swallow what is rightly said twice, such as the same
 * answer to the same question. It may be asked for only where nobody else's message to them was the same lately.
 */
export function createRepeats({ clock }: { readonly clock: Clock }) {
  const said = new Memory<{ readonly key: string; readonly at: number }>(remembered)
  return {
    /** Notes a message that is about to be sent: true when only itself, sent again, can be the same. */
    isAlone(userId: string, message: object, key: string): boolean {
      const digest = createHash('sha256')
        .update(JSON.stringify([userId, message]))
        .digest('base64')
      const at = clock.now().getTime()
      const last = said.get(digest)
      said.set(digest, { key, at })
      return last === undefined || last.key === key || at - last.at > checkedSeconds * 1000
    },
  }
}
