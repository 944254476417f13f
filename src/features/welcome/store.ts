import { z } from 'zod'
import type { Tx } from '../../store/transaction.ts'
import { type Step, steps } from './first-week.ts'

/** A member in their first week, or after it. */
export interface Newcomer {
  readonly memberId: string
  readonly teamId: string
  readonly joinedAt: Date
  readonly next: Step
  readonly nextAt: Date | null
  /** When they first looked at their own numbers. */
  readonly sawMyAt: Date | null
}

/** False for somebody who has been a newcomer before. */
export async function addNewcomer(tx: Tx, newcomer: Omit<Newcomer, 'sawMyAt'>): Promise<boolean> {
  return (await tx.newcomer.createMany({ data: [newcomer], skipDuplicates: true })).count === 1
}

export async function newcomerBy(tx: Tx, memberId: string): Promise<Newcomer | null> {
  const row = await tx.newcomer.findUnique({ where: { memberId } })
  return row && { ...row, next: z.enum(steps).parse(row.next) }
}

export async function setNext(tx: Tx, memberId: string, next: Step, nextAt: Date | null): Promise<void> {
  await tx.newcomer.update({ where: { memberId }, data: { next: nextAt === null ? 'over' : next, nextAt } })
}

export async function noteMy(tx: Tx, memberId: string, now: Date): Promise<void> {
  await tx.newcomer.updateMany({ where: { memberId, sawMyAt: null }, data: { sawMyAt: now } })
}

/** When something comes next for each newcomer of the team. */
export async function nextMoments(tx: Tx, teamId: string): Promise<readonly { arg: string; at: Date }[]> {
  const rows = await tx.newcomer.findMany({
    where: { teamId, next: { not: 'over' }, nextAt: { not: null } },
    select: { memberId: true, nextAt: true },
  })
  return rows.flatMap(({ memberId, nextAt }) => (nextAt ? [{ arg: memberId, at: nextAt }] : []))
}

/** What the house can see a member have done. */
export interface Done {
  readonly plan: boolean
  readonly report: boolean
  readonly thanks: boolean
}

export async function doneBy(tx: Tx, memberId: string): Promise<Done> {
  const handedIn = async (kind: string) =>
    (await tx.report.findFirst({ where: { memberId, kind }, select: { id: true } })) !== null
  const thanks = await tx.kudos.findFirst({ where: { giverId: memberId }, select: { id: true } })
  return { plan: await handedIn('plan'), report: await handedIn('report'), thanks: thanks !== null }
}

/** Who has worked here before. */
export async function hasReported(tx: Tx, memberId: string): Promise<boolean> {
  return (await tx.report.findFirst({ where: { memberId }, select: { id: true } })) !== null
}

export async function foundedAt(tx: Tx, teamId: string): Promise<Date> {
  return (await tx.team.findUniqueOrThrow({ where: { id: teamId }, select: { createdAt: true } })).createdAt
}

/** It could not be said: there was no way to them. */
export async function wasLost(tx: Tx, key: string): Promise<boolean> {
  const row = await tx.delivery.findUnique({ where: { dedupeKey: key }, select: { state: true } })
  return row?.state === 'failed'
}
