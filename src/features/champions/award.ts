import { z } from 'zod'
import type { LocalDate } from '../../calendar/dates.ts'
import { type Period, type PeriodKind, periodOf, previous } from '../../calendar/periods.ts'
import { nextWorkday, type WorkCalendar } from '../../calendar/workdays.ts'
import { formulaSchema } from '../metrics/formula/schema.ts'
import { aggregations } from '../metrics/metric.ts'

/** By what a champion is decided and among whom: all that, with the entries, decides it again. */
export const ruleSchema = z.object({
  /** Of this way to decide; what decides otherwise must be another version. The second converts currencies first. */
  version: z.union([z.literal(1), z.literal(2)]),
  direction: z.enum(['most', 'least']),
  /** The first is the one that ranks; the others are those that its formula comes down to. */
  metrics: z
    .array(
      z.object({
        id: z.string(),
        key: z.string(),
        aggregation: z.enum(aggregations),
        formula: formulaSchema.nullable(),
      }),
    )
    .min(1),
  members: z.array(z.object({ memberId: z.string(), name: z.string() })),
  /** How amounts in other currencies counted; only in the second version. */
  conversion: z
    .object({
      into: z.string(),
      /** The metrics whose values were converted. */
      foreign: z.array(z.object({ key: z.string(), currency: z.string() })),
      /** Each holds from its day on, until the next of its currency. */
      rates: z.array(z.object({ currency: z.string(), date: z.string(), rate: z.number() })),
    })
    .optional(),
})

export type Rule = z.infer<typeof ruleSchema>

export const winnersSchema = z.array(z.object({ memberId: z.string(), name: z.string() })).min(1)

/** Who was first, and by what exactly. */
export interface Award {
  readonly id: string
  readonly metricKey: string
  readonly period: Period
  readonly revision: number
  readonly rule: Rule
  readonly winners: z.infer<typeof winnersSchema>
  readonly value: number
  readonly asOf: Date
  readonly lastEntryId: bigint
  readonly proof: string
  readonly checkedId: bigint
}

/** What was worked out and is not an award yet. */
export type Verdict = Omit<Award, 'id' | 'revision' | 'checkedId'>

/** Whether both name the same people for the same value. */
export function sameVerdict(one: Pick<Award, 'winners' | 'value'>, other: Pick<Award, 'winners' | 'value'>): boolean {
  const ids = (award: Pick<Award, 'winners'>) => award.winners.map(({ memberId }) => memberId).sort()
  return one.value === other.value && ids(one).join() === ids(other).join()
}

export const championKinds = ['month', 'quarter', 'year'] as const

/** The periods of these kinds whose champion is due that day: it is the first workday after they ended. */
export function endedBy(date: LocalDate, calendar: WorkCalendar, kinds: readonly PeriodKind[]): readonly Period[] {
  return kinds.flatMap(kind => {
    const ended: Period[] = []
    let period = previous(periodOf(kind, date))
    // After a month without any workday, two have ended since the last one.
    while (nextWorkday(calendar, period.to, 'usual-week') === date) {
      ended.unshift(period)
      period = previous(period)
    }
    return ended
  })
}
