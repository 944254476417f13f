import type { LocalDate } from '../../../calendar/dates.ts'
import { letters } from '../../../filter/normalise.ts'
import type { Lately } from '../said.ts'
import { digestOf } from './digest.ts'
import { newWindow, remember, type Trace, tracesBefore, type Window } from './window.ts'

interface Spoken {
  readonly eventId: string
  /** Who, and where. */
  readonly channelId: string
  readonly memberId: string
  readonly text: string
  readonly at: Date
  readonly date: LocalDate
  readonly calledAll: boolean
}

/**
 * What people said lately, for rules that count. It lives in memory: a restart forgets it, and so does whoever speaks in more
 * places than it holds, so somebody who floods at that very moment gets away once. Beside other processes on the same database
 * each counts what came through its own door. A message that is told again is the same one.
 */
export function createMemory({ most = 20_000 }: { readonly most?: number } = {}) {
  // Who speaks again moves from the older to the newer; once the newer are half of all, the older are forgotten at once.
  let newer = new Map<string, Window>()
  let older = newer

  function windowOf(key: string): Window {
    const known = newer.get(key)
    if (known !== undefined) return known
    const window = older.get(key) ?? newWindow()
    if (newer.size >= most / 2) {
      older = newer
      newer = new Map()
    }
    newer.set(key, window)
    return window
  }

  return {
    /** Remembers it, and answers what came before it; to be asked before anything else is heard. */
    hear({ channelId, memberId, eventId, text, at, date, calledAll }: Spoken): Lately {
      const window = windowOf(`${channelId} ${memberId}`)
      const trace = { eventId, at: at.getTime(), words: fingerprint(text), calledAllOn: calledAll ? date : null }
      remember(window, trace)
      return since(window, trace, date)
    },
  }
}

export type Memory = ReturnType<typeof createMemory>

/** Equal for equal words, however they are spelled; 52 bits, so hardly ever for others. */
function fingerprint(text: string): number {
  const { plain } = letters(text)
  return digestOf(plain) * 2 ** 22 + (digestOf(plain, 0x9e3779b9) & 0x3fffff)
}

function since(window: Window, trace: Trace, today: LocalDate): Lately {
  const { at: now, words } = trace
  const { at, words: said, calledAllOn } = window
  const messages = counting(span => tracesBefore(window, trace, n => (at[n] ?? 0) > now - span))
  const same = counting(span => tracesBefore(window, trace, n => said[n] === words && (at[n] ?? 0) > now - span))
  return {
    messages: seconds => messages(seconds * 1000),
    same: minutes => same(minutes * 60_000),
    get calledAllToday() {
      return tracesBefore(window, trace, n => calledAllOn[n] === today)
    },
  }
}

/** Many rules count over the same span. */
function counting(over: (spanMs: number) => number): (spanMs: number) => number {
  let last: { readonly spanMs: number; readonly answer: number } | null = null
  return spanMs => {
    if (last?.spanMs !== spanMs) last = { spanMs, answer: over(spanMs) }
    return last.answer
  }
}

/** Of somebody of whom nothing is remembered. */
export const nothingLately: Lately = { messages: () => 0, same: () => 0, calledAllToday: 0 }
