import type { LocalDate } from '../../calendar/dates.ts'
import type { Answers } from '../forms/answers.ts'
import type { FormKind } from '../forms/definition.ts'

export type { Answers } from '../forms/answers.ts'
export type { Answer, Item } from '../forms/read-question.ts'

export const reportStatuses = ['on-time', 'late', 'back-filled'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** What a member answered in a round, as it stands now. Persons, not members, are named by whoever did something to it. */
export interface Report extends Answers {
  readonly id: string
  readonly roundId: string
  readonly teamId: string
  readonly memberId: string
  /** The day that it is about. */
  readonly date: LocalDate
  readonly kind: FormKind
  /** Metric key → why done and planned differ: a code of `reasons.ts`, or the member's own words. */
  readonly reasons: Readonly<Record<string, string>>
  readonly status: ReportStatus
  /** 1 as it was first given; grows with every change. */
  readonly revision: number
  readonly submittedBy: string
  readonly submittedAt: Date
  readonly revisedAt: Date | null
  readonly readBy: string | null
  readonly readAt: Date | null
  /** The report of the same person in another team that this one follows. */
  readonly sharedFrom: string | null
}

export const noAnswers: Answers = { values: {}, answers: {}, items: [], blockers: [], notes: [] }

/** Only what the member said, without the facts about it. */
export function answersOf({ values, answers, items, blockers, notes }: Answers): Answers {
  return { values, answers, items, blockers, notes }
}
