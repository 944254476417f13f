import { z } from 'zod'
import { addDays, daysBetween, type LocalDate, mondayOf } from '../../calendar/dates.ts'
import type { Tx } from '../../store/transaction.ts'
import { dailyOf } from '../metrics/entries.ts'
import type { NudgeKind } from '../nudges/kinds.ts'
import { type Effect, effectOf, type Side, sideOf, type Trial } from './effect.ts'

/** A kind of nudge is judged by so many weeks, and not before they are over. */
const WEEKS = 8
/** As long is looked at before a nudge and after it. */
const AROUND = 7
/** What is usual for a member is what these days before it brought. */
const USUAL = 28

interface Asked {
  readonly teamId: string
  readonly kind: NudgeKind
  readonly today: LocalDate
}

/** What a kind of nudge did in the last eight weeks. Reads nudges and sums of these weeks only. */
export async function readEffect(tx: Tx, asked: Asked): Promise<Effect> {
  if (asked.kind !== 'coaching.behind') return remindersEffect(tx, asked)
  const trials = await paceTrials(tx, asked)
  return effectOf(sideOf(trials, true), sideOf(trials, false))
}

/** Whether eight weeks, or twice as many and so on, are over on that Monday since the kind was first due to anybody. */
export async function isTimeToJudge(tx: Tx, { teamId, kind, today }: Asked): Promise<boolean> {
  const first = await tx.nudge.findFirst({ where: { teamId, kind }, orderBy: { date: 'asc' }, select: { date: true } })
  if (first === null) return false
  const days = daysBetween(mondayOf(first.date), today)
  return days > 0 && days % (7 * WEEKS) === 0
}

/** Of a reminder it counts whether the report came afterwards: 1 or 0 for each. */
async function remindersEffect(tx: Tx, { teamId, kind, today }: Asked): Promise<Effect> {
  const from = addDays(today, -7 * WEEKS)
  const rows = await tx.$queryRaw<{ spoken: boolean; trials: number; moved: number }[]>`
    SELECT nudge."sent" AS "spoken", COUNT(*)::int AS "trials", COUNT(report."id")::int AS "moved"
    FROM "Nudge" AS nudge
    LEFT JOIN "Report" AS report ON report."roundId" = (nudge."reason"->'facts'->>'roundId')::uuid
      AND report."memberId" = nudge."memberId" AND report."submittedAt" >= nudge."at"
    WHERE nudge."teamId" = ${teamId}::uuid AND nudge."kind" = ${kind} AND nudge."date" >= ${from} AND nudge."date" < ${today}
      AND (nudge."sent" OR nudge."reason"->'facts'->>'held' = 'budget')
    GROUP BY 1`
  const side = (spoken: boolean) => shares(rows.find(row => row.spoken === spoken))
  return effectOf(side(true), side(false))
}

function shares(row: { readonly trials: number; readonly moved: number } | undefined): Side {
  if (row === undefined) return { trials: 0, mean: 0, variance: 0 }
  const mean = row.moved / row.trials
  return {
    trials: row.trials,
    mean,
    variance: row.trials > 1 ? (mean * (1 - mean) * row.trials) / (row.trials - 1) : 0,
  }
}

const factsSchema = z.object({ facts: z.object({ metricId: z.string(), held: z.string().optional() }) })

/** Of a nudge about the pace it counts how the week after it differs from the one before, in usual weeks of that member. */
async function paceTrials(tx: Tx, { teamId, kind, today }: Asked): Promise<readonly Trial[]> {
  const from = addDays(today, -7 * WEEKS)
  const rows = await tx.nudge.findMany({
    where: { teamId, kind, date: { gte: from, lte: addDays(today, -AROUND - 1) } },
    select: { memberId: true, date: true, sent: true, reason: true },
  })
  const nudges = rows.map(({ reason, ...row }) => ({ ...row, ...factsSchema.parse(reason).facts }))
  const counting = nudges.filter(({ sent, held }) => sent || held === 'in-turn' || held === 'budget')
  const days = await dailyOf(tx, {
    metricIds: [...new Set(counting.map(({ metricId }) => metricId))],
    memberIds: [...new Set(counting.map(({ memberId }) => memberId))],
    ...{ from: addDays(from, -USUAL), to: today },
  })
  const byFigure = Map.groupBy(days, ({ memberId, metricId }) => `${memberId}:${metricId}`)
  return counting.flatMap(({ memberId, metricId, date, sent }): Trial[] => {
    const own = byFigure.get(`${memberId}:${metricId}`) ?? []
    const between = (first: number, last: number) => sumBetween(own, addDays(date, first), addDays(date, last))
    const usual = (between(-USUAL, -1) * AROUND) / USUAL
    if (usual <= 0) return []
    return [{ spoken: sent, change: (between(0, AROUND - 1) - between(-AROUND, -1)) / usual }]
  })
}

function sumBetween(
  days: readonly { readonly date: LocalDate; readonly value: number }[],
  from: LocalDate,
  to: LocalDate,
) {
  return days.reduce((sum, { date, value }) => (from <= date && date <= to ? sum + value : sum), 0)
}
