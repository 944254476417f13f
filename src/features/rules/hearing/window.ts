import type { LocalDate } from '../../../calendar/dates.ts'
import { digestOf } from './digest.ts'

/** What is remembered of a message: never its words. */
export interface Trace {
  readonly eventId: string
  readonly at: number
  /** Equal for equal words. */
  readonly words: number
  readonly calledAllOn: LocalDate | null
}

/**
 * The latest messages of one person in one place. A row for each fact and not an object for each message: every message looks
 * through them, and thousands of people talk.
 */
export interface Window {
  readonly eventId: string[]
  /** Of the ids, to look through them at a glance. */
  readonly digest: number[]
  readonly at: number[]
  readonly words: number[]
  readonly calledAllOn: (LocalDate | null)[]
  /** Where the next one goes, in place of the oldest once it is full. */
  next: number
}

/** As far as any rule looks back: a hundred messages, and some that came twice at once. */
const most = 120

export function newWindow(): Window {
  return { eventId: [], digest: [], at: [], words: [], calledAllOn: [], next: 0 }
}

/** One that is there already is the same. */
export function remember(window: Window, { eventId, at, words, calledAllOn }: Trace): void {
  const digest = digestOf(eventId)
  if (window.digest.includes(digest) && window.eventId.includes(eventId)) return
  const { next } = window
  window.eventId[next] = eventId
  window.digest[next] = digest
  window.at[next] = at
  window.words[next] = words
  window.calledAllOn[next] = calledAllOn
  window.next = (next + 1) % most
}

/** How many others, not said later than this one, meet it; `meets` is given their place in the rows. */
export function tracesBefore(window: Window, { eventId, at }: Trace, meets: (n: number) => boolean): number {
  let found = 0
  for (let n = 0; n < window.at.length; n++)
    if (meets(n) && (window.at[n] ?? 0) <= at && window.eventId[n] !== eventId) found += 1
  return found
}
