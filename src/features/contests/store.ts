import { z } from 'zod'
import type { Contest as ContestRow } from '../../../prisma/client/client.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { rangeOf } from '../../calendar/periods.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Contest, type ContestState, contestStates, handicaps, type Rule, ruleSchema } from './contest.ts'
import type { Place } from './standing.ts'

/** Until the transaction ends nobody else changes the team's contests. */
export async function lockContests(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `contests:${teamId}`)
}

export async function insertContest(
  tx: Tx,
  { period, halfwayAt: _, ...contest }: Contest & { readonly createdBy: string; readonly createdAt: Date },
): Promise<void> {
  await tx.contest.create({ data: { ...contest, from: period.from, to: period.to } })
}

/** Those that are planned or running, the one that ends first before the others. */
export async function openContests(tx: Tx, teamId: string): Promise<readonly Contest[]> {
  const where = { teamId, state: { in: ['planned', 'running'] } }
  return (await tx.contest.findMany({ where, orderBy: [{ to: 'asc' }, { id: 'asc' }] })).map(toContest)
}

/** The latest that are over and have a result. */
export async function latestClosed(tx: Tx, teamId: string, most: number): Promise<readonly Contest[]> {
  const where = { teamId, state: 'closed' }
  return (await tx.contest.findMany({ where, orderBy: { id: 'desc' }, take: most })).map(toContest)
}

function toContest({ rule, handicap, state, from, to, ...row }: ContestRow): Contest {
  return {
    ...{ id: row.id, teamId: row.teamId, name: row.name, prize: row.prize, seed: row.seed },
    ...{ metricKey: row.metricKey, halfwayAt: row.halfwayAt, period: rangeOf(from, to) },
    rule: ruleSchema.parse(rule),
    handicap: z.enum(handicaps).parse(handicap),
    state: z.enum(contestStates).parse(state),
  }
}

export async function saveState(tx: Tx, contestId: string, state: ContestState): Promise<void> {
  await tx.contest.update({ where: { id: contestId }, data: { state } })
}

export async function saveRule(tx: Tx, contestId: string, rule: Rule): Promise<void> {
  await tx.contest.update({ where: { id: contestId }, data: { rule } })
}

export async function saveHalfway(tx: Tx, contestId: string, halfwayAt: Date): Promise<void> {
  await tx.contest.update({ where: { id: contestId }, data: { halfwayAt } })
}

export interface EntrantRow {
  readonly memberId: string
  readonly side: number | null
  readonly divisor: number | null
  readonly leftRound: number | null
}

export async function entrantRows(tx: Tx, contestId: string): Promise<readonly EntrantRow[]> {
  const rows = await tx.contestEntrant.findMany({ where: { contestId }, orderBy: { memberId: 'asc' } })
  return rows.map(({ memberId, side, divisor, leftRound }) => ({
    ...{ memberId, side, leftRound },
    divisor: divisor?.toNumber() ?? null,
  }))
}

/** Those there before are replaced. */
export async function saveEntrants(
  tx: Tx,
  contestId: string,
  entrants: readonly Omit<EntrantRow, 'leftRound'>[],
): Promise<void> {
  await tx.contestEntrant.deleteMany({ where: { contestId } })
  await tx.contestEntrant.createMany({ data: entrants.map(entrant => ({ ...entrant, contestId })) })
}

export async function saveLeft(tx: Tx, contestId: string, memberId: string, leftRound: number): Promise<void> {
  await tx.contestEntrant.update({ where: { contestId_memberId: { contestId, memberId } }, data: { leftRound } })
}

const placesSchema = z.array(
  z.object({
    memberId: z.string(),
    name: z.string(),
    rank: z.int(),
    score: z.array(z.number()),
    value: z.number(),
    counts: z.boolean(),
    on: z.string().nullable(),
  }),
)

/** How a round ended; round 0 is the whole contest. */
export interface Result {
  readonly round: number
  readonly asOf: Date
  readonly date: LocalDate
  readonly places: readonly Place[]
}

export async function insertResult(tx: Tx, contestId: string, { places, ...result }: Result): Promise<void> {
  await tx.contestResult.create({
    data: { ...result, contestId, places: places.map(place => ({ ...place, score: [...place.score] })) },
  })
}

/** In the order in which they came about: the rounds, then the whole. */
export async function resultsOf(tx: Tx, contestId: string): Promise<readonly Result[]> {
  const rows = await tx.contestResult.findMany({ where: { contestId }, orderBy: [{ asOf: 'asc' }, { round: 'desc' }] })
  return rows.map(({ round, asOf, date, places }) => ({ round, asOf, date, places: placesSchema.parse(places) }))
}
