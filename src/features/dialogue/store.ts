import { z } from 'zod'
import type { Prisma } from '../../../prisma/client/client.ts'
import type { Block, Form } from '../../content/content.ts'
import { contentSchema } from '../../content/schema.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Dialogue } from './state.ts'

/** A dialogue with what it came from. */
export interface OpenDialogue extends Dialogue {
  /** Where the form was offered: what follows from it happens there. */
  readonly teamId: string | null
  readonly channelId: string | null
  readonly startedAt: Date
  readonly touchedAt: Date
}

const answersSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** The person's open dialogue, which nobody else changes until the transaction ends; null when there is none. */
export async function lockDialogue(tx: Tx, personId: string): Promise<OpenDialogue | null> {
  const [held] = await tx.$queryRaw<{ personId: string }[]>`
    SELECT "personId" FROM "Dialogue" WHERE "personId" = ${personId}::uuid FOR UPDATE`
  if (held === undefined) return null
  const row = await tx.dialogue.findUniqueOrThrow({ where: { personId } })
  const read = contentSchema.safeParse(row.content)
  const answers = answersSchema.safeParse(row.answers)
  const form = read.data && firstForm(read.data.blocks)
  if (!read.success || !answers.success || !form) return null
  const { id, at, teamId, channelId, startedAt, touchedAt } = row
  return { id, at, teamId, channelId, startedAt, touchedAt, lang: read.data.lang, form, answers: answers.data }
}

/** A person has one dialogue at most: a newer one takes the place of the older. */
export async function keepDialogue(tx: Tx, personId: string, dialogue: OpenDialogue): Promise<void> {
  const { id, at, teamId, channelId, startedAt, touchedAt, lang, form, answers } = dialogue
  const content = json({ lang, blocks: [{ b: 'form', form }] })
  const row = { id, at, teamId, channelId, startedAt, touchedAt, content, answers: json(answers) }
  await tx.dialogue.upsert({ where: { personId }, create: { personId, ...row }, update: row })
}

export async function dropDialogue(tx: Tx, personId: string): Promise<void> {
  await tx.dialogue.deleteMany({ where: { personId } })
}

/** What nobody came back to: its words are not kept for ever. Those that somebody is at are left alone. */
export async function forgetDialogues(tx: Tx, before: Date): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Dialogue" WHERE "personId" IN (
      SELECT "personId" FROM "Dialogue" WHERE "touchedAt" < ${before} FOR UPDATE SKIP LOCKED)`
}

export function firstForm(blocks: readonly Block[]): Form | undefined {
  return blocks.flatMap(block => (block.b === 'form' ? [block.form] : []))[0]
}

/** Our interfaces have no index signature, which Prisma's type of JSON asks for; it takes anything that says its JSON. */
function json(value: object): Prisma.InputJsonValue {
  return { toJSON: () => value }
}
