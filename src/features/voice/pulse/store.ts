import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Pulse } from '../../../../prisma/client/client.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { lock } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'
import { noAnswers } from './pulse.ts'

/** Opens the week's question; false when it is there already. */
export async function openPulse(tx: Tx, teamId: string, week: LocalDate, askedOn: LocalDate): Promise<boolean> {
  const salt = randomBytes(16).toString('hex')
  const fresh = { id: randomUUID(), teamId, week, askedOn, salt, counts: [...noAnswers] }
  return (await tx.pulse.createMany({ data: [fresh], skipDuplicates: true })).count === 1
}

/** The question that can be answered now. Until the transaction ends nobody else counts. */
export async function lockOpenPulse(tx: Tx, teamId: string): Promise<Pulse | null> {
  await lock(tx, `pulse:${teamId}`)
  return tx.pulse.findFirst({ where: { teamId, closedOn: null }, orderBy: { week: 'desc' } })
}

/**
 * Marks that a member has answered, by a name that only the week's salt makes; false when they had. It stands beside no
 * number, and goes with the salt when the question closes.
 */
export async function markVoter(tx: Tx, { id, teamId, salt }: Pulse, memberId: string): Promise<boolean> {
  const token = createHmac('sha256', `${id}${salt}`).update(memberId).digest('hex')
  return (await tx.pulseVoter.createMany({ data: [{ token, pulseId: id, teamId }], skipDuplicates: true })).count === 1
}

export async function keepCounts(tx: Tx, id: string, counts: readonly number[]): Promise<void> {
  await tx.pulse.update({ where: { id }, data: { counts: [...counts] } })
}

/** After this nobody can tell who has answered, and too few answers are forgotten. */
export async function closePulse(tx: Tx, id: string, on: LocalDate, counts: readonly number[]): Promise<void> {
  await tx.pulseVoter.deleteMany({ where: { pulseId: id } })
  await tx.pulse.update({ where: { id }, data: { closedOn: on, salt: null, counts: [...counts] } })
}

/** The latest that are closed, the latest first. */
export function closedPulses(tx: Tx, teamId: string, most: number): Promise<Pulse[]> {
  return tx.pulse.findMany({
    where: { teamId, closedOn: { not: null } },
    orderBy: { week: 'desc' },
    take: most,
  })
}
