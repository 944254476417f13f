import { createHmac, randomBytes } from 'node:crypto'
import type { LocalDate } from '../../calendar/dates.ts'

/** Whether somebody may write more on a day. The same words again, as of a run that was rolled back, count once. */
export type DailyLimit = (writer: string, text: string, day: LocalDate, most: number) => boolean

/**
 * Counts what each person writes in a day, in this process's memory alone and by names that only its own key makes: a
 * database that counted would tell who writes. So a restart forgets it, and each of several processes counts for itself.
 */
export function createDailyLimit(): DailyLimit {
  const key = randomBytes(32)
  const blind = (words: string) => createHmac('sha256', key).update(words).digest('base64')
  const written = new Map<string, Set<string>>()
  let today: LocalDate = ''
  return (writer, text, day, most) => {
    if (day > today) {
      written.clear()
      today = day
    }
    const name = blind(`${day} ${writer}`)
    const texts = written.get(name) ?? new Set()
    const words = blind(`${day} ${writer} ${text}`)
    if (texts.has(words)) return true
    if (texts.size >= most) return false
    written.set(name, texts.add(words))
    return true
  }
}
