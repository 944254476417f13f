import type { LocalDate, LocalTime } from '../../calendar/dates.ts'
import type { Role } from '../../context.ts'

/** A message as the checks see it. */
export interface Said {
  readonly text: string
  readonly at: Date
  /** The same moment on the team's clock. */
  readonly date: LocalDate
  readonly time: LocalTime
  /** By the team's calendar, make-up days included. */
  readonly isWorkday: boolean
  /** The same of the day before: a night belongs to the day on which it begins. */
  readonly wasWorkday: boolean
  readonly platform: string
  readonly channelId: string
  readonly role: Role
  readonly memberId: string
  /** A command, or told to the bot. */
  readonly forUs: boolean
  readonly mentionsAll: boolean
  /** Members who are called by name, other than the speaker. */
  readonly asked: readonly string[]
}

/** What the same person said in the same channel before, as far as rules look back. This message is not counted. */
export interface Lately {
  /** How many messages within that many seconds before this one. */
  messages(seconds: number): number
  /** How many with the same words, spelling folded, within that many minutes before this one. */
  same(minutes: number): number
  /** How often they called everybody on this day. */
  readonly calledAllToday: number
}

/** What a check found in a message. */
export interface Found {
  /** Where, in UTF-16 offsets of the text; empty when it is the message as a whole. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[]
  /** What it was, for the words: the word, the host, the kind of number. Never more of the message than that. */
  readonly what: readonly string[]
  /** The message with what was found made unreadable, where that makes sense. */
  readonly masked?: string
  /** What could be said instead, where somebody wrote that down. */
  readonly instead?: readonly string[]
  /** Chance may have made it look so: it is for somebody to look at, and nobody is told. */
  readonly doubtful?: true
}
