import { newId } from '../../base/ids.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'
import { memberNames } from '../team/members.ts'
import type { Ledger, Thanks } from './kudos.ts'

export interface Batch extends Thanks {
  readonly batchId: string
  readonly teamId: string
  readonly date: LocalDate
  readonly givenAt: Date
}

/** One thanks to one member, with the names as they are now. */
export interface Kudos {
  readonly giver: string
  readonly receiver: string
  readonly receiverId: string
  readonly reason: string
  readonly tags: readonly string[]
  readonly date: LocalDate
}

const standing = { withdrawnAt: null } as const
const newest = [{ givenAt: 'desc' }, { id: 'desc' }] as const

export async function insertBatch(tx: Tx, { receiverIds, tags, ...facts }: Batch): Promise<void> {
  await tx.kudos.createMany({
    data: receiverIds.map(receiverId => ({ ...facts, id: newId(facts.givenAt), receiverId, tags: [...tags] })),
  })
}

/** What the giver and the receivers have given and received in the day, and in the week that holds it. */
export async function readLedger(
  tx: Tx,
  { giverId, receiverIds, reason }: Thanks,
  { day, week }: { readonly day: LocalDate; readonly week: Pick<Period, 'from' | 'to'> },
): Promise<Ledger> {
  const receiverId = { in: [...receiverIds] }
  const received = await tx.kudos.groupBy({
    by: ['receiverId'],
    where: { receiverId, date: day, ...standing },
    _count: true,
  })
  const pair = await tx.kudos.groupBy({
    by: ['receiverId'],
    where: { giverId, receiverId, date: { gte: week.from, lte: week.to }, ...standing },
    _count: true,
  })
  const said = await tx.kudos.findMany({
    where: { giverId, receiverId, date: day, reason, ...standing },
    select: { receiverId: true },
  })
  return {
    givenToday: await countGiven(tx, giverId, { from: day, to: day }),
    receivedToday: new Map(received.map(row => [row.receiverId, row._count])),
    pairThisWeek: new Map(pair.map(row => [row.receiverId, row._count])),
    saidTo: said.map(row => row.receiverId),
  }
}

export function countGiven(tx: Tx, giverId: string, { from, to }: Pick<Period, 'from' | 'to'>): Promise<number> {
  return tx.kudos.count({ where: { giverId, date: { gte: from, lte: to }, ...standing } })
}

export function countReceived(tx: Tx, receiverId: string, { from, to }: Pick<Period, 'from' | 'to'>): Promise<number> {
  return tx.kudos.count({ where: { receiverId, date: { gte: from, lte: to }, ...standing } })
}

/** How often each of the members was thanked in the period, and by how many; whoever was not is not in it. */
export async function thanksToEach(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<ReadonlyMap<string, { readonly times: number; readonly people: number }>> {
  const where = { receiverId: { in: [...memberIds] }, date: { gte: from, lte: to }, ...standing }
  const pairs = await tx.kudos.groupBy({ by: ['receiverId', 'giverId'], where, _count: true })
  const byReceiver = Map.groupBy(pairs, ({ receiverId }) => receiverId)
  return new Map(
    [...byReceiver].map(([receiverId, givers]) => {
      const times = givers.reduce((sum, { _count }) => sum + _count, 0)
      return [receiverId, { times, people: givers.length }]
    }),
  )
}

/** The latest that a member received in the period, at most so many. */
export async function latestTo(tx: Tx, receiverId: string, period: Period, most: number): Promise<readonly Kudos[]> {
  return read(tx, { receiverId, date: { gte: period.from, lte: period.to } }, most)
}

/** More than this is not listed by anybody. */
const MOST = 500

/** Some days, and with `until` only what was said by then. */
interface Span extends Pick<Period, 'from' | 'to'> {
  readonly until?: Date
}

/** What was said in a team in the period, newest first, at most `most`. All of it was said openly. */
export async function kudosOf(tx: Tx, teamId: string, span: Span, most = MOST): Promise<readonly Kudos[]> {
  return read(tx, { teamId, ...within(span) }, most)
}

/** How often somebody was thanked in a team in the period, however often that was. */
export async function countKudos(tx: Tx, teamId: string, span: Span): Promise<number> {
  return tx.kudos.count({ where: { teamId, ...within(span), ...standing } })
}

function within({ from, to, until }: Span) {
  return { date: { gte: from, lte: to }, ...(until && { givenAt: { lte: until } }) }
}

interface Where extends ReturnType<typeof within> {
  readonly teamId?: string
  readonly receiverId?: string
}

async function read(tx: Tx, where: Where, most: number): Promise<readonly Kudos[]> {
  const rows = await tx.kudos.findMany({ where: { ...where, ...standing }, orderBy: [...newest], take: most })
  const names = await memberNames(
    tx,
    rows.flatMap(({ giverId, receiverId }) => [giverId, receiverId]),
  )
  return rows.map(({ giverId, receiverId, reason, tags, date }) => ({
    ...{ receiverId, reason, tags, date },
    giver: names.get(giverId) ?? '',
    receiver: names.get(receiverId) ?? '',
  }))
}

/** The last that a member gave in the team and did not take back, or that batch. */
export async function lastBatchOf(
  tx: Tx,
  of: { readonly teamId: string; readonly giverId: string; readonly batchId?: string },
): Promise<{ readonly batchId: string; readonly givenAt: Date } | null> {
  return tx.kudos.findFirst({
    where: { ...of, ...standing },
    orderBy: [...newest],
    select: { batchId: true, givenAt: true },
  })
}

/** Answers how many heard it; 0 where it was taken back before. */
export async function withdrawBatch(
  tx: Tx,
  { batchId, giverId, givenAt }: { readonly batchId: string; readonly giverId: string; readonly givenAt: Date },
  now: Date,
): Promise<number> {
  const { count } = await tx.kudos.updateMany({
    where: { batchId, giverId, givenAt, ...standing },
    data: { withdrawnAt: now },
  })
  return count
}
