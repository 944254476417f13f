import { Prisma } from '../../../prisma/client/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { formal, ownRows, ownRowsOfMember, ownWords, spoken } from './columns.ts'
import { EXPORT } from './export-purpose.ts'
import { namePattern, type Shape } from './name-pattern.ts'

/** Whom to erase: one person with all their memberships. */
export interface Erased {
  readonly personId: string
  readonly memberIds: readonly string[]
  readonly names: readonly string[]
}

/** Until the transaction ends nobody writes reports of theirs or speaks to them unasked. */
export async function lockForErasure(tx: Tx, personId: string): Promise<void> {
  for (const name of [`nudges:${personId}`, `reports:${personId}`]) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
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

/** Names of other people in which this one stands, itself among them where somebody else is called the same. */
async function othersCalled(tx: Tx, personId: string, name: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT name FROM (
      SELECT name FROM "Person" WHERE id <> ${personId}::uuid
      UNION SELECT unnest(name || aliases) FROM "Member" WHERE "personId" <> ${personId}::uuid
    ) AS others WHERE strpos(lower(name), lower(${name})) > 0`
  return rows.map(row => row.name)
}

/**
 * What was sent to a chat platform stays there; our copies of what named them, what has not gone out, and what the Room shows
 * are emptied: they also quote what was written beside the name.
 */
async function emptyMessages(tx: Tx, pattern: string): Promise<void> {
  const names = Prisma.sql`content::text ~* ${pattern} OR short::text ~* ${pattern} OR reason::text ~* ${pattern}`
  await deleteAttached(tx, names)
  const nothing = { lang: 'en', blocks: [{ b: 'quiet', spans: [{ t: 'text', text: '—' }] }] }
  await tx.$executeRaw`
    UPDATE "Delivery" SET content = ${nothing}::jsonb, short = NULL, reason = NULL,
      state = CASE WHEN state = 'pending' THEN 'expired' ELSE state END
    WHERE ${names}`
  await tx.$executeRaw`
    WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('RoomMessage.change')) AS taken)
    UPDATE "RoomMessage" m SET text = '', content = NULL, recalled = true, revision = m.revision + 1,
      change = nextval(pg_get_serial_sequence('"RoomMessage"', 'change'))
    FROM turn WHERE m."from" = 'bot' AND m.content::text ~* ${pattern}`
}

/** A picture or a file shows whatever the message beside it names, and no search finds it in there. */
async function deleteAttached(tx: Tx, deliveries: Prisma.Sql): Promise<void> {
  const rows = await tx.$queryRaw<{ ref: string }[]>`
    SELECT DISTINCT block->>'ref' AS ref
    FROM "Delivery", jsonb_path_query(content, '$.blocks[*] ? (@.b == "image" || @.b == "file")') AS block
    WHERE ${deliveries}`
  const ref = { in: rows.map(row => row.ref) }
  await tx.file.deleteMany({ where: { ref } })
  await tx.picture.deleteMany({ where: { ref } })
}

/** Deletes and empties what is the person's own. */
export async function eraseOwn(tx: Tx, { personId, memberIds }: Erased): Promise<void> {
  const members = Prisma.join(memberIds.map(id => Prisma.sql`${id}::uuid`))
  await eraseHeard(tx, personId)
  await deleteAttached(tx, Prisma.sql`"personId" = ${personId}::uuid AND purpose = ${EXPORT}`)
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
  await tx.conversation.deleteMany({ where: { id: `person:${personId}` } })
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

/** Lets the person go by another name wherever theirs stands, in the columns of `spoken` and in messages. */
export async function replaceNames(tx: Tx, { personId, memberIds, names }: Erased, instead: string): Promise<void> {
  for (const id of memberIds) await emptyMessages(tx, id)
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    const others = await othersCalled(tx, personId, name)
    // Where somebody else has that name, words about it may be about them.
    if (others.some(other => other.toLowerCase() === name.toLowerCase())) continue
    await emptyMessages(tx, namePattern(name, others, 'json'))
    const pattern = (shape: Shape) => namePattern(name, others, shape)
    for (const column of await spokenColumns(tx)) await replaceIn(tx, column, pattern, instead)
  }
}

interface SpokenColumn {
  readonly table: string
  readonly column: string
  readonly type: string
}

async function spokenColumns(tx: Tx): Promise<readonly SpokenColumn[]> {
  const rows = await tx.$queryRaw<SpokenColumn[]>`
    SELECT table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns
    WHERE table_schema = 'public'`
  return rows.filter(({ table, column }) => spoken[table]?.includes(column))
}

async function replaceIn(
  tx: Tx,
  { table, column, type }: SpokenColumn,
  pattern: (shape: Shape) => string,
  instead: string,
): Promise<void> {
  const [name, where] = [quoted(table), quoted(column)]
  const shape: Shape = type === 'jsonb' ? 'json' : 'text'
  const found = pattern(shape)
  // In a form the machine's own words stand beside those of people, all in small letters.
  const [flags, finds] = formal.has(`${table}.${column}`) ? ['g', Prisma.raw('~')] : ['gi', Prisma.raw('~*')]
  if (type === '_text') {
    await tx.$executeRaw`
      UPDATE ${name} SET ${where} = ARRAY(
        SELECT regexp_replace(said, ${found}, ${instead}, ${flags})
        FROM unnest(${where}) WITH ORDINALITY AS it (said, n) ORDER BY n)
      WHERE EXISTS (SELECT FROM unnest(${where}) AS said WHERE said ${finds} ${found})`
    return
  }
  const cast = Prisma.raw(type === 'jsonb' ? '::jsonb' : '')
  await tx.$executeRaw`
    UPDATE ${name} SET ${where} = regexp_replace(${where}::text, ${found}, ${instead}, ${flags})${cast}
    WHERE ${where}::text ${finds} ${found}`
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
