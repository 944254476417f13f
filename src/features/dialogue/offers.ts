import { z } from 'zod'
import type { Lang } from '../../base/words.ts'
import type { Form } from '../../content/content.ts'
import { contentSchema } from '../../content/schema.ts'
import { nameOf } from '../../content/step-by-step.ts'
import type { PersonContext } from '../../context.ts'

/** A form that was offered to somebody. */
export interface Offer {
  readonly form: Form
  readonly lang: Lang
  readonly at: Date
}

const rowsSchema = z.array(z.object({ content: z.unknown(), createdAt: z.date() }))

/** Longer ago nobody remembers what was offered. */
const LIFE_MS = 7 * 24 * 60 * 60_000

/**
 * The form that was last offered to the actor where they speak, or the one of that name. In a group that is what stands
 * there for all, or for them alone; in a direct chat also what a group would have whispered, which comes there on platforms
 * without whispers.
 */
export async function lastOffer(ctx: PersonContext, name: string | null): Promise<Offer | null> {
  const { personId } = ctx.actor
  const here = ctx.place.kind === 'group' ? `channel:${ctx.place.channelId}` : null
  const since = new Date(ctx.now.getTime() - LIFE_MS)
  const like = JSON.stringify({ blocks: [{ b: 'form', ...(name !== null && { form: parse(name) }) }] })
  const rows = await ctx.tx.$queryRaw`
    WITH places AS (
      SELECT ${`person:${personId}`} AS id
      UNION SELECT ${here}::text WHERE ${here}::text IS NOT NULL
      UNION SELECT 'channel:' || c.id FROM "Member" m JOIN "Channel" c ON c."teamId" = m."teamId"
        WHERE m."personId" = ${personId}::uuid
      UNION SELECT 'channel:' || p."channelId" FROM "Account" a
        JOIN "ChannelAccount" p ON p.platform = a.platform AND p."accountId" = a."accountId"
        WHERE a."personId" = ${personId}::uuid),
    offers AS MATERIALIZED (
      SELECT d.seq, d.content, d."createdAt" FROM places JOIN "Delivery" d ON d.conversation = places.id
      WHERE d.state IN ('pending', 'sending', 'sent') AND d."createdAt" > ${since}
        AND (d."personId" = ${personId}::uuid OR d."whisperTo" = ${personId}::uuid
          OR (d.conversation = ${here}::text AND d."whisperTo" IS NULL))
        AND d.content @> ${like}::jsonb)
    SELECT content, "createdAt" FROM offers ORDER BY seq DESC LIMIT 5`
  const offers = rowsSchema.parse(rows).flatMap(({ content, createdAt }) => formsIn(content, createdAt))
  return offers.find(({ form }) => name === null || nameOf(form) === name) ?? null
}

/** None in what an earlier version wrote and this one cannot read. */
function formsIn(written: unknown, at: Date): readonly Offer[] {
  const { data: content } = contentSchema.safeParse(written)
  if (content === undefined) return []
  return content.blocks.flatMap(block => (block.b === 'form' ? [{ form: block.form, lang: content.lang, at }] : []))
}

/** No database keeps a NUL or half of a surrogate pair. */
const sane = z.string().refine(text => text.isWellFormed() && !text.includes('\0'))
const nameSchema = z.object({ id: sane, value: sane.exactOptional() })

/** What a button says is from outside: what is no name finds nothing. */
function parse(name: string): z.infer<typeof nameSchema> {
  try {
    return nameSchema.parse(JSON.parse(name))
  } catch {
    return { id: '' }
  }
}
