import { z } from 'zod'
import type { Notice as NoticeRow } from '../../../prisma/client/client.ts'
import { roles } from '../../context.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Notice, Reader, Tally } from './notice.ts'

const stateSchema = z.enum(['open', 'withdrawn', 'over'])
const audienceSchema = z.enum(['everybody', 'roles', 'members'])

/** Writes it under the team's next number. */
export async function insertNotice(
  tx: Tx,
  { audience, ...facts }: Omit<Notice, 'number'>,
  readers: readonly Pick<Reader, 'memberId' | 'dueAt'>[],
): Promise<Notice> {
  await lock(tx, `notices:${facts.teamId}`)
  const last = await tx.notice.findFirst({ where: { teamId: facts.teamId }, orderBy: { number: 'desc' } })
  const named = audience.kind === 'roles' ? [...audience.roles] : []
  const row = await tx.notice.create({
    data: {
      ...{ ...facts, number: (last?.number ?? 0) + 1, audience: audience.kind, roles: named },
      readers: { create: readers.map(reader => ({ ...reader })) },
    },
  })
  return toNotice(row)
}

/** The last open one of that member with the same words. Until the transaction ends nobody else posts one in the team. */
export async function sameNotice(
  tx: Tx,
  { since, ...said }: Pick<Notice, 'teamId' | 'postedBy' | 'text' | 'fileRef'> & { readonly since: Date },
): Promise<Notice | null> {
  await lock(tx, `notices:${said.teamId}`)
  const row = await tx.notice.findFirst({ where: { ...said, state: 'open', postedAt: { gt: since } } })
  return row && toNotice(row)
}

export async function noticeNumbered(tx: Tx, teamId: string, number: number): Promise<Notice | null> {
  const row = await tx.notice.findUnique({ where: { teamId_number: { teamId, number } } })
  return row && toNotice(row)
}

/** As it is, and nobody else changes it or counts who has read it until the transaction ends. */
export async function lockNotice(tx: Tx, id: string): Promise<Notice | null> {
  await tx.$queryRaw`SELECT 1 FROM "Notice" WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.notice.findUnique({ where: { id } })
  return row && toNotice(row)
}

export async function changeNotice(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<Notice, 'text' | 'link' | 'fileRef' | 'fileName' | 'until' | 'important' | 'edition' | 'askedAt' | 'state'>
  >,
): Promise<Notice> {
  return toNotice(await tx.notice.update({ where: { id }, data: change }))
}

/** Counts one more revision of what was posted; answers the how-manieth it is. */
export async function nextVersion(tx: Tx, id: string): Promise<number> {
  const data = { version: { increment: 1 } }
  return (await tx.notice.update({ where: { id }, data, select: { version: true } })).version
}

/** The latest first. */
export async function openNotices(tx: Tx, teamId: string, most: number): Promise<readonly Notice[]> {
  const rows = await tx.notice.findMany({ where: { teamId, state: 'open' }, orderBy: { number: 'desc' }, take: most })
  return rows.map(toNotice)
}

/** The open ones that the member has not read, the oldest first. */
export async function unreadBy(tx: Tx, teamId: string, memberId: string, most: number): Promise<readonly Notice[]> {
  const rows = await tx.notice.findMany({
    where: { teamId, state: 'open', readers: { some: { memberId, readAt: null } } },
    orderBy: { number: 'asc' },
    take: most,
  })
  return rows.map(toNotice)
}

/** What somebody who joins is to read beside what they are asked already. */
export async function importantOpen(tx: Tx, teamId: string): Promise<readonly Notice[]> {
  const rows = await tx.notice.findMany({ where: { teamId, state: 'open', important: true } })
  return rows.map(toNotice)
}

const tallySchema = z.tuple([z.object({ read: z.int(), all: z.int() })])

/** Of those who are still in the team. */
export async function tallyOf(tx: Tx, noticeId: string): Promise<Tally> {
  const rows = await tx.$queryRaw`
    SELECT count(r."readAt")::int AS read, count(*)::int AS all
    FROM "NoticeReader" r JOIN "Member" m ON m.id = r."memberId"
    WHERE r."noticeId" = ${noticeId}::uuid AND m."leftOn" IS NULL`
  return tallySchema.parse(rows)[0]
}

/** All whom it is for, also those who have left since. */
export function readersOf(tx: Tx, noticeId: string): Promise<readonly Reader[]> {
  return tx.noticeReader.findMany({ where: { noticeId }, omit: { noticeId: true }, orderBy: { memberId: 'asc' } })
}

export function readerOf(tx: Tx, noticeId: string, memberId: string): Promise<Reader | null> {
  const where = { noticeId_memberId: { noticeId, memberId } }
  return tx.noticeReader.findUnique({ where, omit: { noticeId: true } })
}

export async function addReader(tx: Tx, noticeId: string, reader: Reader): Promise<boolean> {
  const { count } = await tx.noticeReader.createMany({ data: [{ noticeId, ...reader }], skipDuplicates: true })
  return count === 1
}

/** False when they had read it before. */
export async function markRead(tx: Tx, noticeId: string, memberId: string, readAt: Date): Promise<boolean> {
  const where = { noticeId, memberId, readAt: null }
  return (await tx.noticeReader.updateMany({ where, data: { readAt, dueAt: null } })).count === 1
}

export async function setDue(tx: Tx, noticeId: string, memberId: string, dueAt: Date | null): Promise<void> {
  await tx.noticeReader.updateMany({ where: { noticeId, memberId, readAt: null }, data: { dueAt } })
}

/** Nobody has read what has changed so much. */
export async function forgetReading(tx: Tx, noticeId: string): Promise<void> {
  await tx.noticeReader.updateMany({ where: { noticeId }, data: { readAt: null } })
}

/** When somebody is to be asked next about each open notice of the team. */
export async function nextAsks(tx: Tx, teamId: string): Promise<readonly { arg: string; at: Date }[]> {
  const rows = await tx.noticeReader.groupBy({
    by: ['noticeId'],
    where: { readAt: null, dueAt: { not: null }, notice: { teamId, state: 'open' } },
    _min: { dueAt: true },
  })
  return rows.flatMap(({ noticeId, _min }) => (_min.dueAt ? [{ arg: noticeId, at: _min.dueAt }] : []))
}

/** When each open notice of the team ends. */
export async function ends(tx: Tx, teamId: string): Promise<readonly { arg: string; at: Date }[]> {
  const rows = await tx.notice.findMany({ where: { teamId, state: 'open' }, select: { id: true, until: true } })
  return rows.map(({ id, until }) => ({ arg: id, at: until }))
}

function toNotice({ audience, roles: named, state, version: _, ...row }: NoticeRow): Notice {
  const kind = audienceSchema.parse(audience)
  return {
    ...row,
    audience: kind === 'roles' ? { kind, roles: z.array(z.enum(roles)).parse(named) } : { kind },
    state: stateSchema.parse(state),
  }
}
