import type { Speaker, Talk } from '../talk.ts'

/** Says the time on a day of the story, in Shanghai. */
export const at = (date: string, time: string): string => `${date}T${time}:00+08:00`

/** The forms and buttons that somebody sees in the newest message with an action of that id. */
export async function offered(person: Speaker, actionId: string): Promise<string> {
  const messages = (await person.all()).filter(it => JSON.stringify(it.content ?? '').includes(`"id":"${actionId}"`))
  return JSON.stringify(messages.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.content ?? null)
}

/** The one message of the group that matches; fails when there are more, so that nothing is said twice unseen. */
export async function only(talk: Talk, words: RegExp): Promise<Awaited<ReturnType<Talk['group']['all']>>[number]> {
  const found = (await talk.group.all()).filter(it => it.from === 'bot' && words.test(it.text))
  const [message] = found
  if (message === undefined || found.length > 1) {
    throw new Error(`${found.length} messages of the group match ${words}:\n${found.map(it => it.text).join('\n--\n')}`)
  }
  return message
}
