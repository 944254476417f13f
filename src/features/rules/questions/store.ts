import { newId } from '../../../base/ids.ts'
import type { Tx } from '../../../store/transaction.ts'

/** Somebody was asked by name, and has not answered yet. */
export interface OpenQuestion {
  readonly id: string
  readonly ruleId: string
  readonly channelId: string
  readonly askerId: string
  readonly askedId: string
  readonly askedAt: Date
}

export async function writeQuestion(
  tx: Tx,
  question: Omit<OpenQuestion, 'id'> & { readonly teamId: string; readonly dueAt: Date },
): Promise<void> {
  await tx.openQuestion.create({ data: { ...question, id: newId(question.askedAt) } })
}

/** The same person still waits for the same one here. */
export async function isWaiting(
  tx: Tx,
  { askerId, askedId, channelId }: Omit<OpenQuestion, 'id' | 'ruleId' | 'askedAt'>,
) {
  return (await tx.openQuestion.findFirst({ where: { askerId, askedId, channelId, state: 'open' } })) !== null
}

/** Closes what somebody was asked here before that moment; answers how many that were. */
export async function closeQuestions(tx: Tx, askedId: string, channelId: string, before: Date): Promise<number> {
  const where = { askedId, channelId, state: 'open', askedAt: { lte: before } }
  return (await tx.openQuestion.updateMany({ where, data: { state: 'answered' } })).count
}

/** Settles one, once: false when it was before. */
export async function settleQuestion(tx: Tx, id: string, state: 'answered' | 'nudged'): Promise<boolean> {
  return (await tx.openQuestion.updateMany({ where: { id, state: 'open' }, data: { state } })).count === 1
}

export async function questionById(tx: Tx, id: string): Promise<OpenQuestion | null> {
  return tx.openQuestion.findFirst({ where: { id, state: 'open' } })
}

const most = 500

/** Those of a team that wait, the next first. */
export async function waitingQuestions(tx: Tx, teamId: string): Promise<readonly { id: string; dueAt: Date }[]> {
  return tx.openQuestion.findMany({
    where: { teamId, state: 'open' },
    select: { id: true, dueAt: true },
    orderBy: { dueAt: 'asc' },
    take: most,
  })
}
