import { z } from 'zod'
import type { Finding as FindingRow } from '../../../../prisma/client/client.ts'
import { newId } from '../../../base/ids.ts'
import { lock } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Standing } from '../manners.ts'
import { stepKinds } from '../rule.ts'

/** `doubtful`: chance may have made it look so. Nobody but managers hears of a finding that is not `on`. */
export const modes = ['on', 'shadow', 'doubtful'] as const
export type Mode = (typeof modes)[number]

const stepSchema = z.enum([...stepKinds, 'cooling']).nullable()
const appealSchema = z.enum(['open', 'accepted', 'declined']).nullable()

/** What a check found, and what came of it. */
export interface Finding {
  readonly id: string
  readonly teamId: string
  /** Counted in the team, to be called by. */
  readonly number: number
  readonly ruleId: string
  readonly memberId: string
  readonly channelId: string
  readonly at: Date
  readonly mode: Mode
  readonly step: z.infer<typeof stepSchema>
  /** Of the message, by which it can be taken back; null for what an earlier version found. */
  readonly eventId: string | null
  readonly recalledAt: Date | null
  /** The message, sealed; null when it is not kept, or no longer. */
  readonly evidence: string | null
  readonly wrongAt: Date | null
  /** Of what is doubtful: a manager said that it was one. */
  readonly rightAt: Date | null
  readonly appeal: z.infer<typeof appealSchema>
  readonly plea: string | null
  readonly decidedBy: string | null
}

export type NewFinding = Pick<
  Finding,
  'teamId' | 'ruleId' | 'memberId' | 'channelId' | 'at' | 'mode' | 'step' | 'eventId' | 'evidence'
> & { readonly version: number; readonly rung: number | null }

/** Writes them under the team's next numbers; the answers are in the same order. */
export async function writeFindings(tx: Tx, teamId: string, found: readonly NewFinding[]): Promise<readonly Finding[]> {
  if (found.length === 0) return []
  await lock(tx, `findings:${teamId}`)
  const last = await tx.finding.findFirst({ where: { teamId }, orderBy: { number: 'desc' }, select: { number: true } })
  const first = (last?.number ?? 0) + 1
  const rows = found.map((one, n) => ({ ...one, id: newId(one.at), number: first + n }))
  await tx.finding.createMany({ data: rows })
  return rows.map(({ version: _, rung: __, ...row }) => ({
    ...row,
    ...{ recalledAt: null, wrongAt: null, rightAt: null, appeal: null, plea: null, decidedBy: null },
  }))
}

export async function findingNumbered(tx: Tx, teamId: string, number: number): Promise<Finding | null> {
  const row = await tx.finding.findUnique({ where: { teamId_number: { teamId, number } } })
  return row && toFinding(row)
}

export function toFinding(row: FindingRow): Finding {
  const { version: _, rung: __, wrongBy: ___, rightBy: ____, appealedAt: _____, decidedAt: ______, ...facts } = row
  return {
    ...facts,
    mode: z.enum(modes).parse(row.mode),
    step: stepSchema.parse(row.step),
    appeal: appealSchema.parse(row.appeal),
  }
}

type Message = Pick<Finding, 'memberId' | 'channelId'> & { readonly eventId: string }

/** What rules found in one message: a few at most. */
export async function findingsIn(tx: Tx, { memberId, channelId, eventId }: Message): Promise<readonly Finding[]> {
  return (await tx.finding.findMany({ where: { eventId, memberId, channelId } })).map(toFinding)
}

/** With the message, all that was found in it. Once: false when it was taken back before. */
export async function markRecalled(tx: Tx, { eventId, memberId, channelId }: Message, at: Date): Promise<boolean> {
  const where = { eventId, memberId, channelId, recalledAt: null }
  return (await tx.finding.updateMany({ where, data: { recalledAt: at } })).count > 0
}

export async function rewriteEvidence(tx: Tx, id: string, evidence: string | null): Promise<void> {
  await tx.finding.updateMany({ where: { id, evidence: { not: null } }, data: { evidence } })
}

/** Once: false when somebody has said so before. */
export async function markWrong(tx: Tx, id: string, by: string, at: Date): Promise<boolean> {
  const { count } = await tx.finding.updateMany({ where: { id, wrongAt: null }, data: { wrongAt: at, wrongBy: by } })
  return count === 1
}

export async function openAppeal(tx: Tx, id: string, plea: string | null, at: Date): Promise<boolean> {
  const data = { appeal: 'open', plea, appealedAt: at }
  return (await tx.finding.updateMany({ where: { id, appeal: null }, data })).count === 1
}

/** Of two who decide at once one is told that it was decided. */
export async function decideAppeal(
  tx: Tx,
  id: string,
  { appeal, by, at }: { readonly appeal: 'accepted' | 'declined'; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const data = { appeal, decidedBy: by, decidedAt: at }
  return (await tx.finding.updateMany({ where: { id, appeal: 'open' }, data })).count === 1
}

/** Until the transaction ends nobody else takes a step with this member by this rule. */
export async function lockStanding(tx: Tx, ruleId: string, memberId: string): Promise<Standing> {
  await tx.ruleStanding.createMany({ data: [{ ruleId, memberId }], skipDuplicates: true })
  await tx.$queryRaw`
    SELECT 1 FROM "RuleStanding" WHERE "ruleId" = ${ruleId}::uuid AND "memberId" = ${memberId}::uuid FOR UPDATE`
  const { taken, steppedAt, foundAt } = await tx.ruleStanding.findUniqueOrThrow({
    where: { ruleId_memberId: { ruleId, memberId } },
  })
  return { taken, steppedAt, foundAt }
}

export async function keepStanding(tx: Tx, ruleId: string, memberId: string, standing: Standing): Promise<void> {
  await tx.ruleStanding.update({ where: { ruleId_memberId: { ruleId, memberId } }, data: { ...standing } })
}

/**
 * A manager says that it was not right: the step is taken back, once, also where the member had said so before. False when
 * another manager did.
 */
export async function overrule(tx: Tx, finding: Finding, by: string, at: Date): Promise<boolean> {
  const { id, ruleId, memberId, mode, step } = finding
  const where = { id, OR: [{ wrongBy: null }, { wrongBy: memberId }] }
  const { count } = await tx.finding.updateMany({ where, data: { wrongAt: at, wrongBy: by } })
  if (count === 0) return false
  if (mode !== 'on' || step === null || step === 'cooling') return true
  const { taken, steppedAt, foundAt } = await lockStanding(tx, ruleId, memberId)
  const left = Math.max(0, taken - 1)
  await keepStanding(tx, ruleId, memberId, { taken: left, steppedAt: left === 0 ? null : steppedAt, foundAt })
  return true
}
