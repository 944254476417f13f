import { z } from 'zod'
import type { Period } from '../../calendar/periods.ts'

/** What decides a contest, and what its kind needs to know. */
export const ruleSchema = z.discriminatedUnion('kind', [
  /** The highest figure over the period. */
  z.object({ kind: z.literal('most') }),
  /** The first whose sum reaches the mark. */
  z.object({ kind: z.literal('first'), mark: z.number() }),
  /** Marks one after the other; the most of them, the earliest at the last of them. */
  z.object({ kind: z.literal('race'), marks: z.array(z.number()) }),
  /** The period in so many rounds; after each but the last, the lowest figure of the round no longer takes part. */
  z.object({ kind: z.literal('elimination'), rounds: z.int() }),
  /** A card of goals for each; `usual` is what a workday of the team has of each metric, known once it has begun. */
  z.object({ kind: z.literal('bingo'), days: z.int(), usual: z.record(z.string(), z.number()) }),
  /** Sides against each other, by the average of their members. */
  z.object({ kind: z.literal('teams'), sides: z.array(z.string()), drawn: z.boolean() }),
])

export type Rule = z.infer<typeof ruleSchema>
export type ContestKind = Rule['kind']

/** What a value is divided by: nothing, the member's own past, or what a manager gave. */
export const handicaps = ['none', 'history', 'given'] as const
export type Handicap = (typeof handicaps)[number]

export const contestStates = ['planned', 'running', 'closed', 'cancelled'] as const
export type ContestState = (typeof contestStates)[number]

export interface Contest {
  readonly id: string
  readonly teamId: string
  readonly name: string
  readonly rule: Rule
  /** Null where any metric counts (bingo). */
  readonly metricKey: string | null
  readonly period: Period
  readonly prize: string
  readonly handicap: Handicap
  /** All chance in it follows from this. */
  readonly seed: number
  readonly state: ContestState
  readonly halfwayAt: Date | null
}

/** Who takes part. */
export interface Entrant {
  readonly memberId: string
  readonly name: string
  readonly side: number | null
  /** With a handicap, this much is 100%. */
  readonly divisor: number | null
  /** The round after which they no longer took part. */
  readonly leftRound: number | null
}
