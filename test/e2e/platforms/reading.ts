import { setTimeout as sleep } from 'node:timers/promises'

type Read = () => Promise<readonly string[]>

/** The newest of what is read that says this; waits for it. With `after`, so many are old. */
export async function sees(read: Read, words: RegExp, after = 0): Promise<string> {
  const end = performance.now() + 20_000
  for (;;) {
    const texts = (await read()).slice(after)
    const found = texts.findLast(text => words.test(text))
    if (found !== undefined) return found
    if (performance.now() > end) throw new Error(`nobody sees ${words} in:\n${texts.join('\n--\n')}`)
    await sleep(50)
  }
}

/** What was said anew after something was done. */
export async function answerTo(read: Read, act: () => Promise<unknown>, words: RegExp): Promise<string> {
  const before = (await read()).length
  await act()
  return sees(read, words, before)
}
