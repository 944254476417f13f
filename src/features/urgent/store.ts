import { z } from 'zod'
import type { UrgentMatter, UrgentStep } from '../../../prisma/client/client.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Matter, type Step, severities, states, stepKinds, whys } from './matter.ts'

/** Until the transaction ends no other number is given in the team. */
export async function lockNumbers(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `urgent:${teamId}`)
}

type Raised = Pick<Matter, 'id' | 'teamId' | 'severity' | 'text' | 'raisedBy' | 'raisedAt'>

/** Writes it under the team's next number; the numbers are locked. */
export async function insertMatter(tx: Tx, raised: Raised): Promise<Matter> {
  const { teamId } = raised
  const last = await tx.urgentMatter.findFirst({ where: { teamId }, orderBy: { number: 'desc' } })
  return toMatter(await tx.urgentMatter.create({ data: { ...raised, number: (last?.number ?? 0) + 1 } }))
}

/** The same said again by the same member while it is open. */
export async function sameOpen(
  tx: Tx,
  { teamId, raisedBy, text }: Pick<Matter, 'teamId' | 'raisedBy' | 'text'>,
): Promise<Matter | null> {
  const row = await tx.urgentMatter.findFirst({ where: { teamId, raisedBy, text, state: { not: 'closed' } } })
  return row && toMatter(row)
}

/** A matter by its number as it is typed, or by the id that a button carries. */
export type Which = { readonly number: number } | { readonly id: string }

/** Null also for a button's value that is no id of ours. */
export async function findMatter(tx: Tx, teamId: string, which: Which): Promise<Matter | null> {
  if ('id' in which && !z.uuid().safeParse(which.id).success) return null
  const where = 'id' in which ? { id: which.id, teamId } : { teamId_number: { teamId, number: which.number } }
  const row = await tx.urgentMatter.findUnique({ where })
  return row && toMatter(row)
}

/** The same, for whoever does something with it: they wait for the one before. */
export async function lockMatter(tx: Tx, teamId: string, which: Which): Promise<Matter | null> {
  const found = await findMatter(tx, teamId, which)
  if (found === null) return null
  await tx.$queryRaw`SELECT 1 FROM "UrgentMatter" WHERE id = ${found.id}::uuid FOR UPDATE`
  return findMatter(tx, teamId, { id: found.id })
}

type Change = Partial<Omit<Matter, 'id' | 'teamId' | 'number' | 'text' | 'raisedBy' | 'raisedAt'>>

export async function changeMatter(tx: Tx, { id }: Matter, change: Change): Promise<Matter> {
  return toMatter(await tx.urgentMatter.update({ where: { id }, data: change }))
}

const isOpen = { state: { in: states.filter(state => state !== 'closed') } }

/** Those that are open, the oldest first, at most `most`. */
export async function openMatters(tx: Tx, teamId: string, most: number): Promise<readonly Matter[]> {
  const rows = await tx.urgentMatter.findMany({
    where: { teamId, ...isOpen },
    orderBy: { number: 'asc' },
    take: most,
  })
  return rows.map(toMatter)
}

/** Those that wait for this member: they are asked just now, or have it. */
export async function mattersWith(tx: Tx, teamId: string, memberId: string): Promise<readonly Matter[]> {
  const rows = await tx.urgentMatter.findMany({
    where: { teamId, ...isOpen, OR: [{ askedId: memberId }, { ownerId: memberId }] },
    orderBy: { number: 'asc' },
  })
  return rows.map(toMatter)
}

/** When each open matter goes on by itself. */
export async function momentsOf(
  tx: Tx,
  teamId: string,
): Promise<readonly { readonly id: string; readonly at: Date }[]> {
  const rows = await tx.urgentMatter.findMany({
    where: { teamId, nextAt: { not: null } },
    select: { id: true, nextAt: true },
  })
  return rows.flatMap(({ id, nextAt }) => (nextAt === null ? [] : [{ id, at: nextAt }]))
}

type NewStep = Pick<Step, 'kind' | 'at'> & Partial<Step>

/** Adds to a matter's timeline. */
export async function addSteps(tx: Tx, { id: matterId, teamId }: Matter, ...steps: readonly NewStep[]): Promise<void> {
  await tx.urgentStep.createMany({ data: steps.map(step => ({ ...step, matterId, teamId })) })
}

/** A matter's timeline in order; with `most`, no more than the latest of it. */
export async function stepsOf(tx: Tx, matterId: string, most?: number): Promise<readonly Step[]> {
  const rows = await tx.urgentStep.findMany({
    where: { matterId },
    orderBy: { id: 'desc' },
    ...(most !== undefined && { take: most }),
  })
  return rows.toReversed().map(toStep)
}

/** Who was asked for it or passed over, each once. */
export async function askedBefore(tx: Tx, matterId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.urgentStep.findMany({
    where: { matterId, kind: { in: ['asked', 'passed', 'released'] }, memberId: { not: null } },
    select: { memberId: true },
  })
  return new Set(rows.flatMap(({ memberId }) => memberId ?? []))
}

export function toMatter(row: UrgentMatter): Matter {
  return { ...row, severity: z.enum(severities).parse(row.severity), state: z.enum(states).parse(row.state) }
}

export function toStep({ kind, why, memberId, byId, note, resting, at }: UrgentStep): Step {
  const known = { kind: z.enum(stepKinds).parse(kind), why: z.enum(whys).nullable().parse(why) }
  return { ...known, memberId, byId, note, resting, at }
}
