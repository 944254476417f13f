import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { VoiceThread } from '../../../prisma/client/client.ts'
import { shuffled } from '../../base/shuffled.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import { hashOf } from './code.ts'
import type { Waiting } from './due.ts'

/** What an author and the managers wrote to each other. */
export type Thread = VoiceThread

export interface Message {
  readonly byManager: boolean
  readonly text: string
  readonly day: LocalDate
}

/** Until the transaction ends nobody else numbers threads of the team or hands them over. */
export async function lockVoice(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `voice:${teamId}`)
}

/** What is kept of a code in that team. */
export async function keptOf(tx: Tx, teamId: string, code: string): Promise<string> {
  const fresh = { teamId, salt: randomBytes(16).toString('hex') }
  await tx.voiceSalt.createMany({ data: [fresh], skipDuplicates: true })
  const { salt } = await tx.voiceSalt.findUniqueOrThrow({ where: { teamId } })
  return hashOf(code, salt)
}

/**
 * Lays something into the box, with nothing but the day, and stirs it: all that waits is written anew, in an order by chance
 * and with new ids by chance, so that neither ids, nor the order of rows, nor which transaction wrote them, tells when each
 * came.
 */
export async function layIn(
  tx: Tx,
  { teamId, codeHash, text, day }: { teamId: string; codeHash: string; text: string; day: LocalDate },
): Promise<void> {
  await lockVoice(tx, teamId)
  const there = await tx.voiceWaiting.findMany({ where: { teamId } })
  const part = there.filter(row => row.codeHash === codeHash).length + 1
  await tx.voiceWaiting.deleteMany({ where: { teamId } })
  const stirred = shuffled([...there, { teamId, codeHash, text, day, part }], randomInt)
  await tx.voiceWaiting.createMany({ data: stirred.map(row => ({ ...row, id: randomUUID() })) })
}

export async function waitingIn(tx: Tx, teamId: string): Promise<Waiting | null> {
  const [row] = await tx.$queryRaw<{ threads: number; since: LocalDate | null }[]>`
    SELECT count(DISTINCT "codeHash")::int AS threads, min(day) AS since FROM "VoiceWaiting" WHERE "teamId" = ${teamId}::uuid`
  return row?.since ? { threads: row.threads, since: row.since } : null
}

export interface Taken {
  readonly codeHash: string
  readonly texts: readonly string[]
}

/** Empties the box: what each code wrote, in an order that tells nothing yet of who was first. */
export async function takeOut(tx: Tx, teamId: string): Promise<readonly Taken[]> {
  const rows = await tx.voiceWaiting.findMany({ where: { teamId }, orderBy: [{ codeHash: 'asc' }, { part: 'asc' }] })
  await tx.voiceWaiting.deleteMany({ where: { teamId } })
  return [...Map.groupBy(rows, row => row.codeHash)].map(([codeHash, all]) => ({
    codeHash,
    texts: all.map(({ text }) => text),
  }))
}

export function threadOf(tx: Tx, codeHash: string): Promise<Thread | null> {
  return tx.voiceThread.findUnique({ where: { codeHash } })
}

export function threadNumbered(tx: Tx, teamId: string, number: number): Promise<Thread | null> {
  return tx.voiceThread.findUnique({ where: { teamId_number: { teamId, number } } })
}

/** The thread of a code, under the team's next number where it is new. Needs the lock. */
export async function openThread(tx: Tx, teamId: string, codeHash: string, day: LocalDate): Promise<Thread> {
  const owed = { owedSince: day, remindedOn: null }
  const there = await threadOf(tx, codeHash)
  if (there)
    return tx.voiceThread.update({
      where: { id: there.id },
      data: { owedSince: there.muted ? null : (there.owedSince ?? day) },
    })
  const last = await tx.voiceThread.findFirst({ where: { teamId }, orderBy: { number: 'desc' } })
  const number = (last?.number ?? 0) + 1
  return tx.voiceThread.create({ data: { id: randomUUID(), teamId, number, codeHash, givenOn: day, ...owed } })
}

export async function addMessage(tx: Tx, thread: Thread, message: Message): Promise<void> {
  const { _max } = await tx.voiceMessage.aggregate({ where: { threadId: thread.id }, _max: { n: true } })
  const n = (_max.n ?? 0) + 1
  await tx.voiceMessage.create({
    data: { id: randomUUID(), threadId: thread.id, teamId: thread.teamId, n, ...message },
  })
}

/** The latest so many, the oldest of them first. */
export async function messagesOf(tx: Tx, threadId: string, most: number): Promise<readonly Message[]> {
  const rows = await tx.voiceMessage.findMany({ where: { threadId }, orderBy: { n: 'desc' }, take: most })
  return rows.reverse()
}

/** What a code wrote that has not gone to the managers yet. */
export async function stillWaiting(tx: Tx, codeHash: string): Promise<readonly Message[]> {
  const rows = await tx.voiceWaiting.findMany({ where: { codeHash }, orderBy: { part: 'asc' } })
  return rows.map(({ text, day }) => ({ byManager: false, text, day }))
}

export async function changeThread(
  tx: Tx,
  id: string,
  change: Partial<Pick<Thread, 'owedSince' | 'remindedOn' | 'muted' | 'said' | 'did' | 'doneOn'>>,
): Promise<void> {
  await tx.voiceThread.update({ where: { id }, data: change })
}

/** Threads to which managers owe an answer since that day or longer, the oldest first. */
export function owedThreads(tx: Tx, teamId: string, since: LocalDate, most: number): Promise<Thread[]> {
  return tx.voiceThread.findMany({
    where: { teamId, owedSince: { lte: since }, muted: false },
    orderBy: [{ owedSince: 'asc' }, { number: 'asc' }],
    take: most,
  })
}

/** What was done, the latest first. */
export function doneThreads(tx: Tx, teamId: string, most: number): Promise<Thread[]> {
  return tx.voiceThread.findMany({
    where: { teamId, doneOn: { not: null } },
    orderBy: [{ doneOn: 'desc' }, { number: 'desc' }],
    take: most,
  })
}
