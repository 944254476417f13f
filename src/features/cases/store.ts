import { z } from 'zod'
import type { Case as CaseRow, Prisma } from '../../../prisma/client/client.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import { audienceSchema, type Case, kindSchema, type Origin, originSchema, stateSchema } from './case.ts'

export type NewCase = Omit<Case, 'number'>

/** Until the transaction ends nobody else files a case in the team. */
export async function lockFiling(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `cases:${teamId}`)
}

/** Writes it under the team's next number. Wants the filing locked. */
export async function insertCase(tx: Tx, filed: NewCase): Promise<Case> {
  const last = await tx.case.findFirst({ where: { teamId: filed.teamId }, orderBy: { number: 'desc' } })
  return toCase(await tx.case.create({ data: { ...filed, number: (last?.number ?? 0) + 1 } }))
}

export async function caseFrom(tx: Tx, teamId: string, origin: Origin, refId: string): Promise<Case | null> {
  const row = await tx.case.findUnique({ where: { teamId_origin_refId: { teamId, origin, refId } } })
  return row && toCase(row)
}

export async function caseNumbered(tx: Tx, teamId: string, number: number): Promise<Case | null> {
  const row = await tx.case.findUnique({ where: { teamId_number: { teamId, number } } })
  return row && toCase(row)
}

export async function caseById(tx: Tx, teamId: string, id: string): Promise<Case | null> {
  const row = await tx.case.findFirst({ where: { id, teamId } })
  return row && toCase(row)
}

/** Makes every change of a case wait for the one before it; answers it as it is then. */
export async function lockCase(tx: Tx, id: string): Promise<Case> {
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE id = ${id}::uuid FOR UPDATE`
  return toCase(await tx.case.findUniqueOrThrow({ where: { id } }))
}

export type CaseChange = Partial<
  Pick<Case, 'ownerId' | 'dueOn' | 'state' | 'solution' | 'closedBy' | 'closedAt' | 'toldAt'>
>

export async function updateCase(tx: Tx, id: string, change: CaseChange): Promise<Case> {
  return toCase(await tx.case.update({ where: { id }, data: change }))
}

/** Managers have heard of these. */
export async function markTold(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.case.updateMany({ where: { id: { in: [...ids] } }, data: { toldAt: now } })
}

const soonest = [{ dueOn: 'asc' }, { number: 'asc' }] satisfies Prisma.CaseOrderByWithRelationInput[]

/** What is open of a member's own, what is due first before the rest. */
export function openOf(tx: Tx, ownerId: string, most: number): Promise<readonly Case[]> {
  return read(tx, { where: { ownerId, state: 'open' }, orderBy: soonest, take: most })
}

/** What a member filed and is open now, or with `since` was open then or later. */
export function openFiledBy(tx: Tx, filedBy: string, most: number, since?: Date): Promise<readonly Case[]> {
  const isOpen = { filedBy, closedAt: null }
  const where = since === undefined ? isOpen : { OR: [isOpen, { filedBy, closedAt: { gte: since } }] }
  return read(tx, { where, orderBy: { number: 'desc' }, take: most })
}

/** What is open in the team. */
export function openIn(tx: Tx, teamId: string, most: number): Promise<readonly Case[]> {
  return read(tx, { where: { teamId, state: 'open' }, orderBy: soonest, take: most })
}

/** What is open and due by that day; of more than `most` those that were due last. */
export function dueIn(tx: Tx, teamId: string, until: LocalDate, most: number): Promise<readonly Case[]> {
  const where = { teamId, state: 'open', dueOn: { lte: until } }
  return read(tx, { where, orderBy: [{ dueOn: 'desc' }, { number: 'desc' }], take: most })
}

/** The cards that were solved or told last. */
export function latestCards(tx: Tx, teamId: string, most: number): Promise<readonly Case[]> {
  const where = { teamId, state: 'solved' }
  return read(tx, { where, orderBy: [{ closedAt: 'desc' }, { number: 'desc' }], take: most })
}

export function casesByIds(tx: Tx, teamId: string, ids: readonly string[]): Promise<readonly Case[]> {
  return read(tx, { where: { teamId, id: { in: [...ids] } } })
}

async function read(tx: Tx, query: Prisma.CaseFindManyArgs): Promise<readonly Case[]> {
  return (await tx.case.findMany(query)).map(toCase)
}

const stepKinds = z.enum(['filed', 'owner', 'due', 'solved', 'dropped', 'reopened'])

/** What became of a case. */
export interface Step {
  readonly kind: z.infer<typeof stepKinds>
  /** The member who did it. */
  readonly by: string
  readonly ownerId: string | null
  readonly dueOn: LocalDate | null
  readonly words: string | null
  readonly at: Date
}

export async function addStep(
  tx: Tx,
  caseId: string,
  step: Pick<Step, 'kind' | 'by' | 'at'> & Partial<Step>,
): Promise<void> {
  await tx.caseStep.create({ data: { ...step, caseId } })
}

/** The latest steps of a case, the earliest of them first. */
export async function stepsOf(tx: Tx, caseId: string, most: number): Promise<readonly Step[]> {
  const rows = await tx.caseStep.findMany({ where: { caseId }, orderBy: { id: 'desc' }, take: most })
  return rows.toReversed().map(({ id: _, caseId: __, kind, ...row }) => ({ ...row, kind: stepKinds.parse(kind) }))
}

function toCase({ kind, origin, audience, state, ...row }: CaseRow): Case {
  return {
    ...row,
    kind: kindSchema.parse(kind),
    origin: originSchema.parse(origin),
    audience: audienceSchema.parse(audience),
    state: stateSchema.parse(state),
  }
}
