import type { LocalDate } from '../../calendar/dates.ts'
import type { Line } from './script.ts'

/** What somebody must have handed in, by all that was acknowledged to them. */
export interface Promised {
  readonly who: string
  readonly kind: 'plan' | 'report'
  readonly date: LocalDate
  readonly values: Readonly<Record<string, number>>
}

/** What the house has acknowledged: it is held to this in the end. */
export interface Ledger {
  readonly promised: Map<string, Promised>
  /** `who date` of every day of leave. */
  readonly away: Set<string>
  readonly events: Set<string>
}

export function newLedger(): Ledger {
  return { promised: new Map(), away: new Set(), events: new Set() }
}

/** Notes down a line that was answered with 202. Numbers said later replace those said before. */
export function acknowledge(ledger: Ledger, { who, meaning }: Line, eventId: string): void {
  ledger.events.add(eventId)
  if (meaning.kind === 'look') return
  if (meaning.kind === 'leave') {
    ledger.away.add(`${who} ${meaning.date}`)
    return
  }
  const { kind, date, values } = meaning
  const key = `${who} ${kind} ${date}`
  ledger.promised.set(key, { who, kind, date, values: { ...ledger.promised.get(key)?.values, ...values } })
}
