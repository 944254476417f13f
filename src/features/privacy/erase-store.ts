import { Prisma } from '../../../prisma/client/client.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import { deleteAttached, deleteHanded } from './attached.ts'
import { ownRows, ownRowsOfMember, ownWords } from './columns.ts'
import { EXPORT } from './export-purpose.ts'

/** Whom to erase: one person with all their memberships. */
export interface Erased {
  readonly personId: string
  readonly memberIds: readonly string[]
  readonly names: readonly string[]
}

/** Until the transaction ends nobody writes reports of theirs or speaks to them unasked. */
export async function lockForErasure(tx: Tx, personId: string): Promise<void> {
  for (const name of [`nudges:${personId}`, `reports:${personId}`]) {
    await lock(tx, name)
  }
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
}

/** Every name by which a person is known. */
export async function namesOfPerson(tx: Tx, personId: string): Promise<readonly string[]> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    include: { members: true, accounts: true },
  })
  const all = [
    person.name,
    ...person.members.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...person.accounts.map(({ name }) => name ?? ''),
  ]
  return [...new Set(all.map(name => name.trim()).filter(name => name !== ''))]
}

/** Deletes and empties what is the person's own. */
export async function eraseOwn(tx: Tx, { personId, memberIds }: Erased): Promise<void> {
  const members = Prisma.join(memberIds.map(id => Prisma.sql`${id}::uuid`))
  await eraseHeard(tx, personId)
  await eraseKept(tx, memberIds)
  await deleteAttached(tx, Prisma.sql`"personId" = ${personId}::uuid AND purpose = ${EXPORT}`)
  await deleteHanded(tx, personId, members)
  for (const { table, column } of ownRows) {
    await tx.$executeRaw`DELETE FROM ${quoted(table)} WHERE ${quoted(column)} = ${personId}::uuid`
  }
  for (const { table, column } of ownRowsOfMember) {
    await tx.$executeRaw`DELETE FROM ${quoted(table)} WHERE ${quoted(column)} IN (${members})`
  }
  await tx.reportRevision.deleteMany({ where: { report: { memberId: { in: [...memberIds] } } } })
  for (const { table, column, set } of ownWords) {
    await tx.$executeRaw`UPDATE ${quoted(table)} SET ${Prisma.raw(set)} WHERE ${quoted(column)} IN (${members})`
  }
  await tx.conversation.deleteMany({ where: { id: { in: [`person:${personId}`, `mail:${personId}`] } } })
}

/** What they said, where it waits to be handled or in the Room; and under whose account it came. */
async function eraseHeard(tx: Tx, personId: string): Promise<void> {
  for (const { platform, accountId } of await tx.account.findMany({ where: { personId } })) {
    const isTheirs = Prisma.sql`
      platform = ${platform} AND (conversation = ${`${platform}:@${accountId}`} OR payload->'author'->>'accountId' = ${accountId})`
    await tx.$executeRaw`
      UPDATE "InboundEvent" SET payload = NULL, conversation = ${`${platform}:@erased`},
        state = CASE WHEN state = 'pending' THEN 'handled' ELSE state END
      WHERE ${isTheirs}`
    if (platform !== 'room') continue
    await tx.roomMessage.deleteMany({
      where: { OR: [{ from: accountId }, { to: accountId }, { channel: `dm:${accountId}` }] },
    })
    await tx.roomUser.deleteMany({ where: { id: accountId } })
  }
}

/** What they said and is kept sealed, to try rules on: whose it is stands before it. */
async function eraseKept(tx: Tx, memberIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "InboundEvent" SET heard = NULL
    WHERE heard IS NOT NULL AND split_part(heard, '.', 1) = ANY(${[...memberIds]})`
}

/** The person and their memberships stay as bearers of their figures. */
export async function rename(tx: Tx, { personId, memberIds }: Erased, name: string, today: string): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { name, lang: null, currentTeamId: null, lastPlatform: null },
  })
  const where = { id: { in: [...memberIds] } }
  await tx.member.updateMany({ where, data: { name, aliases: [], calendar: Prisma.DbNull, leftBecause: 'removed' } })
  await tx.member.updateMany({ where: { ...where, leftOn: null }, data: { leftOn: today } })
}

/** Keeps on record that somebody was erased, by whom and when; answers the number by which their figures go. */
export async function recordErasure(tx: Tx, row: { teamId: string; byId: string; at: Date }): Promise<number> {
  return (await tx.erasure.create({ data: row })).number
}

function quoted(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`)
}
