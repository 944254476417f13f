import { Prisma } from '../../../prisma/client/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { deleteAttached } from './attached.ts'
import { formal, spoken } from './columns.ts'
import type { Erased } from './erase-store.ts'
import { namePattern, type Shape } from './name-pattern.ts'

/** Lets the person go by another name wherever theirs stands, in the columns of `spoken` and in messages. */
export async function replaceNames(tx: Tx, { personId, memberIds, names }: Erased, instead: string): Promise<void> {
  for (const id of memberIds) await emptyMessages(tx, id)
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    const others = await othersCalled(tx, personId, name)
    // Where somebody else has that name, words about it may be about them.
    if (others.some(other => other.toLowerCase() === name.toLowerCase())) continue
    await emptyMessages(tx, namePattern(name, others, 'json'))
    await tx.$executeRaw`DELETE FROM "Picture" WHERE drawing::text ~* ${namePattern(name, others, 'json')}`
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

function quoted(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`)
}
