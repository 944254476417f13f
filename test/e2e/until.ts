import { setTimeout as sleep } from 'node:timers/promises'

export async function until(holds: () => boolean, what: string, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) throw new Error(`In vain: ${what}`)
    await sleep(25)
  }
}

/** What somebody sees of the bot. */
export interface Viewer<Message> {
  /** The words of each message, oldest first. */
  texts(): readonly string[]
  /** The newest message that says this; waits for it. */
  sees(words: RegExp): Promise<Message>
}

export function createViewer<Message>(
  who: string,
  messages: () => readonly Message[],
  words: (message: Message) => string,
): Viewer<Message> {
  return {
    texts: () => messages().map(words),
    async sees(wanted) {
      const end = performance.now() + 20_000
      for (;;) {
        const found = messages().findLast(message => wanted.test(words(message)))
        if (found !== undefined) return found
        if (performance.now() > end)
          throw new Error(`${who} sees no ${wanted} in:\n${messages().map(words).join('\n--\n')}`)
        await sleep(25)
      }
    },
  }
}
