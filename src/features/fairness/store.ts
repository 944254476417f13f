import { z } from 'zod'
import { newId } from '../../base/ids.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Habit, habitKinds } from './habits.ts'

const factsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('copied'), copies: z.number(), days: z.number() }),
  z.object({ kind: z.literal('burst'), days: z.number(), minutes: z.number() }),
  z.object({ kind: z.literal('round'), round: z.number(), counts: z.number() }),
])

const rowSchema = z.object({
  id: z.string(),
  memberId: z.string(),
  kind: z.enum(habitKinds),
  facts: factsSchema,
  firstShown: z.date(),
  lastShown: z.date(),
  lastSeen: z.string(),
  explanation: z.string().nullable(),
  managerTold: z.date().nullable(),
})

/** A habit that its member was told of. */
export type KeptHabit = z.infer<typeof rowSchema>

const latestFirst = [{ firstShown: 'desc' }, { id: 'desc' }] as const

/** The member's habits, the one noticed last first; of each kind the latest. */
export async function latestHabits(tx: Tx, memberId: string): Promise<readonly KeptHabit[]> {
  const habits: KeptHabit[] = []
  for (const kind of habitKinds) {
    const row = await tx.habit.findFirst({ where: { memberId, kind }, orderBy: [...latestFirst] })
    if (row) habits.push(rowSchema.parse(row))
  }
  return habits.toSorted((a, b) => b.lastShown.getTime() - a.lastShown.getTime())
}

/** Makes everything about a member's habits wait for what is before it. */
export async function lockHabits(tx: Tx, memberId: string): Promise<void> {
  await lock(tx, `habits:${memberId}`)
}

export async function beginHabit(
  tx: Tx,
  {
    teamId,
    memberId,
    habit,
    now,
    today,
  }: { teamId: string; memberId: string; habit: Habit; now: Date; today: LocalDate },
): Promise<void> {
  const shown = { firstShown: now, lastShown: now, lastSeen: today }
  await tx.habit.create({ data: { id: newId(now), teamId, memberId, kind: habit.kind, facts: { ...habit }, ...shown } })
}

export async function updateHabit(
  tx: Tx,
  id: string,
  change: {
    readonly habit?: Habit
    readonly lastSeen?: LocalDate
    readonly lastShown?: Date
    readonly managerTold?: Date
  },
): Promise<void> {
  const { habit, ...facts } = change
  await tx.habit.update({ where: { id }, data: { ...facts, ...(habit && { facts: { ...habit } }) } })
}

export async function explainHabits(tx: Tx, ids: readonly string[], explanation: string, now: Date): Promise<void> {
  await tx.habit.updateMany({ where: { id: { in: [...ids] } }, data: { explanation, explainedAt: now } })
}
