import type { LocalDate } from '../../calendar/dates.ts'

/** `critical` may call people in their time of rest. */
export const severities = ['high', 'critical'] as const
export type Severity = (typeof severities)[number]

/** Somebody is asked, somebody has it, everybody was asked in vain, or it is done with. */
export const states = ['asking', 'held', 'unanswered', 'closed'] as const
export type State = (typeof states)[number]

/** Something urgent. Its people are members. */
export interface Matter {
  readonly id: string
  readonly teamId: string
  /** Counted in the team, to be called by. */
  readonly number: number
  readonly severity: Severity
  readonly text: string
  readonly raisedBy: string
  readonly raisedAt: Date
  readonly state: State
  readonly ownerId: string | null
  readonly askedId: string | null
  /** Whoever has or was asked for it offered it to this member, who has not answered. */
  readonly offeredTo: string | null
  /** When somebody took it on first. */
  readonly takenAt: Date | null
  /** When it goes on by itself. */
  readonly nextAt: Date | null
  readonly closedBy: string | null
  readonly closedAt: Date | null
  readonly closingNote: string | null
}

export const stepKinds = [
  'raised',
  'asked',
  'passed',
  'waiting',
  'unanswered',
  'taken',
  'offered',
  'declined',
  'released',
  'noted',
  'worsened',
  'found-needed',
  'found-needless',
  'closed',
] as const
export type StepKind = (typeof stepKinds)[number]

/** What a manager finds of the calls that a matter made in people's time of rest; the last one holds. */
export const verdicts = ['found-needed', 'found-needless'] as const
export type Verdict = (typeof verdicts)[number]

/** One line of a matter's timeline. */
export interface Step {
  readonly kind: StepKind
  /** Whom it is about, and who did it; the clock has nobody. */
  readonly memberId: string | null
  readonly byId: string | null
  readonly why: Why | null
  readonly note: string | null
  /** They were called in their time of rest. */
  readonly resting: boolean
  readonly at: Date
}

/** Why somebody was not asked, or does not have it any more. */
export const whys = ['left', 'switched-off', 'on-leave', 'calls-spent', 'never-there', 'declined'] as const
export type Why = (typeof whys)[number]

/** A text of a matter or a note may be so long. */
export const LONGEST = 500

/** The days on which somebody is on duty by name; null for a list that always holds. */
export interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}
