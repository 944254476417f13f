import { z } from 'zod'
import type { LocalDate } from '../../calendar/dates.ts'

/** In the order of their weight: where not all can be said in a day, the first go first. */
export const praiseRules = ['target', 'first-deal', 'best', 'streak', 'recovery'] as const
export type PraiseRule = (typeof praiseRules)[number]

const figure = { metric: z.string(), value: z.number() }

/** What is said of somebody, with its numbers. Metrics by their keys, periods by theirs. */
export const deedSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('target'), ...figure, period: z.string(), wanted: z.number() }),
  z.object({ rule: z.literal('first-deal'), ...figure, date: z.string() }),
  z.object({ rule: z.literal('best'), ...figure, kind: z.enum(['day', 'week', 'month']), period: z.string() }),
  z.object({ rule: z.literal('streak'), length: z.int() }),
  z.object({ rule: z.literal('recovery'), ...figure, period: z.string() }),
])

export type Deed = z.infer<typeof deedSchema>

/** Something to praise, whether or not the group will hear of it. */
export interface Praise {
  readonly memberId: string
  /** Within the rule and the member: the same subject is never praised twice. */
  readonly subject: string
  /** The day on which it could first be known. */
  readonly since: LocalDate
  readonly deed: Deed
}

/** A praise that the group has heard. */
export interface SaidPraise {
  readonly memberId: string
  readonly rule: PraiseRule
  readonly subject: string
  readonly on: LocalDate
  readonly deed: Deed
}

/** A period's praise by whichever rule: the same week is not both a best and a strong one. */
export function subjectOf(kind: string, metric: string, period: string): string {
  return `${kind}:${metric}:${period}`
}
