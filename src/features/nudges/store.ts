import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Prisma } from '../../../prisma/client/client.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { lanes, type Reason } from '../../context.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import type { QuietHours } from './quiet-hours.ts'

/** Until the transaction ends nobody else decides whether this person is spoken to, in any team. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await lock(tx, `nudges:${personId}`)
}

/** That a person was spoken to unasked (`sent`), or was not, and why. */
export interface NudgeRecord {
  /** What the same nudge is known by when it is asked for again. */
  readonly key: string
  readonly teamId: string
  readonly memberId: string
  readonly personId: string
  readonly kind: string
  readonly date: LocalDate
  readonly sent: boolean
  readonly reason: Reason
  readonly at: Date
}

export async function isRecorded(tx: Tx, key: string): Promise<boolean> {
  return (await tx.nudge.count({ where: { id: idOf(key) } })) > 0
}

export async function recordNudge(tx: Tx, { key, reason, ...row }: NudgeRecord): Promise<void> {
  await tx.nudge.create({ data: { ...row, id: idOf(key), reason: toJson(reason) } })
}

/** The same key has the same id, so a nudge is recorded once. */
function idOf(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex')
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

/** How often anybody has spoken to the person unasked on that day. */
export function spentOn(tx: Tx, personId: string, date: LocalDate): Promise<number> {
  return tx.nudge.count({ where: { personId, date, sent: true } })
}

const reasonSchema = z.object({
  words: z.object({ zh: z.string(), en: z.string() }),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
})

export type KeptReason = z.infer<typeof reasonSchema>

/** A reason as it was stored; null when there is none that we can read. */
export function toReason(json: unknown): KeptReason | null {
  return reasonSchema.safeParse(json).data ?? null
}

export interface KeptNudge {
  readonly memberId: string
  readonly kind: string
  readonly sent: boolean
  readonly reason: KeptReason
  readonly at: Date
}

/** What was said to the person, or held, on that day in all teams, the earliest first. */
export async function nudgesOn(tx: Tx, personId: string, date: LocalDate): Promise<readonly KeptNudge[]> {
  const rows = await tx.nudge.findMany({ where: { personId, date }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(({ memberId, kind, sent, reason, at }) => {
    return { memberId, kind, sent, reason: reasonSchema.parse(reason), at }
  })
}

/** Until when the person asked to be left alone with such nudges; null when they did not. */
export async function quietUntil(tx: Tx, personId: string, kind: string, now: Date): Promise<Date | null> {
  const { _max } = await tx.quiet.aggregate({
    where: { personId, kind: { in: ['*', kind] }, from: { lte: now }, until: { gt: now } },
    _max: { until: true },
  })
  return _max.until
}

export async function addQuiet(
  tx: Tx,
  quiet: { readonly id: string; readonly personId: string; readonly from: Date; readonly until: Date },
): Promise<void> {
  await tx.quiet.create({ data: quiet })
}

/** Ends whatever quiet was asked for. */
export async function endQuiet(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.quiet.updateMany({ where: { personId, until: { gt: now } }, data: { until: now } })
}

/** The person's own hours; null when they keep their team's. */
export function ownHours(tx: Tx, personId: string): Promise<QuietHours | null> {
  return tx.quietHours.findUnique({ where: { personId }, select: { from: true, to: true } })
}

export async function setOwnHours(tx: Tx, personId: string, hours: QuietHours | null): Promise<void> {
  await tx.quietHours.deleteMany({ where: { personId } })
  if (hours) await tx.quietHours.create({ data: { personId, from: hours.from, to: hours.to } })
}

/** Takes back nudges that have not gone out: all that would before that moment, and all that were put off. */
export async function dropWaiting(tx: Tx, personId: string, { before, why }: Drop & { before: Date }): Promise<void> {
  await drop(tx, personId, { OR: [{ notBefore: { lt: before } }, { purpose: AGAIN }] }, why)
}

/** Takes back what has not gone out of the nudges whose keys begin so. */
export async function dropKeyed(tx: Tx, personId: string, { prefix, why }: Drop & { prefix: string }): Promise<void> {
  await drop(tx, personId, { dedupeKey: { startsWith: prefix } }, why)
}

interface Drop {
  /** For the operator: what it was taken back for. */
  readonly why: string
}

/** A nudge that is said again later because the person wanted it so. */
export const AGAIN = 'nudges.again'

async function drop(tx: Tx, personId: string, which: Prisma.DeliveryWhereInput, why: string): Promise<void> {
  const waiting = { conversation: `person:${personId}`, state: 'pending', lane: lanes.indexOf('nudge') }
  await tx.delivery.updateMany({
    where: { ...waiting, receipts: { equals: Prisma.AnyNull }, ...which },
    data: { state: 'expired', lastError: why },
  })
}

function toJson(reason: Reason): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(reason))
}
