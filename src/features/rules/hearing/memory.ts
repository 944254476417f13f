import { hash } from 'node:crypto'
import type { LocalDate } from '../../../calendar/dates.ts'
import { letters } from '../../../filter/normalise.ts'
import type { Lately } from '../said.ts'

/** What is remembered of a message: never its words. */
interface Trace {
  readonly eventId: string
  readonly at: number
  readonly date: LocalDate
  /** Equal for equal words, however they are spelled. */
  readonly words: string
  readonly calledAll: boolean
}

interface Spoken {
  readonly eventId: string
  /** Who, and where. */
  readonly channelId: string
  readonly accountId: string
  readonly text: string
  readonly at: Date
  readonly date: LocalDate
  readonly calledAll: boolean
}

/** As far as any rule looks back: a hundred messages, a day. */
const mostTraces = 120
const longest = 24 * 60 * 60_000

/**
 * What people said lately, for rules that count. It lives in memory: a restart forgets it, and so does whoever speaks in more
 * places than it holds, so somebody who floods at that very moment gets away once. Beside other processes on the same database
 * each counts what came through its own door. A message that is told again is the same one.
 */
export function createMemory({ most = 20_000 }: { readonly most?: number } = {}) {
  const windows = new Map<string, Trace[]>()

  function windowOf(key: string): Trace[] {
    const known = windows.get(key) ?? []
    windows.delete(key)
    windows.set(key, known)
    const oldest = windows.keys().next()
    if (windows.size > most && !oldest.done) windows.delete(oldest.value)
    return known
  }

  return {
    /** Remembers it, and answers what came before it. */
    hear({ channelId, accountId, eventId, text, at, date, calledAll }: Spoken): Lately {
      const window = windowOf(`${channelId} ${accountId}`)
      const now = at.getTime()
      const words = hash('sha1', letters(text).plain, 'base64')
      if (!window.some(trace => trace.eventId === eventId)) {
        window.push({ eventId, at: now, date, words, calledAll })
        while (window.length > mostTraces || (window[0] !== undefined && window[0].at < now - longest)) window.shift()
      }
      return since(
        window.filter(trace => trace.eventId !== eventId && trace.at <= now),
        { now, words, date },
      )
    },
  }
}

export type Memory = ReturnType<typeof createMemory>

function since(
  before: readonly Trace[],
  { now, words, date }: { now: number; words: string; date: LocalDate },
): Lately {
  const messages = counting(span => count(before, ({ at }) => at > now - span))
  const same = counting(span => count(before, trace => trace.words === words && trace.at > now - span))
  return {
    messages: seconds => messages(seconds * 1000),
    same: minutes => same(minutes * 60_000),
    get calledAllToday() {
      return count(before, trace => trace.calledAll && trace.date === date)
    },
  }
}

/** Many rules count over the same span. */
function counting(over: (spanMs: number) => number): (spanMs: number) => number {
  const known = new Map<number, number>()
  return spanMs => {
    const before = known.get(spanMs)
    if (before !== undefined) return before
    const answer = over(spanMs)
    known.set(spanMs, answer)
    return answer
  }
}

function count(traces: readonly Trace[], counts: (trace: Trace) => boolean): number {
  let found = 0
  for (const trace of traces) if (counts(trace)) found += 1
  return found
}

/** Of somebody of whom nothing is remembered. */
export const nothingLately: Lately = { messages: () => 0, same: () => 0, calledAllToday: 0 }
