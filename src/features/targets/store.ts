import { z } from 'zod'
import type { Target as TargetRow } from '../../../prisma/client/client.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import {
  standing,
  type Target,
  type TargetSlot,
  type TargetState,
  type TargetStep,
  targetKinds,
  targetStates,
} from './target.ts'

const kindSchema = z.enum(targetKinds)
const stateSchema = z.enum(targetStates)

/** Until the transaction ends nobody else changes a target of the team, so of one slot at most one stands. */
export async function lockTargets(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `targets:${teamId}`)
}

export interface OpenFilter {
  /** Only those that end on this day or later. */
  readonly endingFrom: LocalDate
  /** Only the team's own (null) and those of these members; without it everybody's. */
  readonly memberIds?: readonly string[]
}

/** What is accepted or proposed now, the coarser and earlier first. What is over is not read, so the cost does not grow. */
export async function openTargets(
  tx: Tx,
  teamId: string,
  { endingFrom, memberIds }: OpenFilter,
): Promise<readonly Target[]> {
  const whose = memberIds && { OR: [{ memberId: null }, { memberId: { in: [...memberIds] } }] }
  const rows = await tx.target.findMany({
    where: { teamId, state: { in: ['proposed', 'accepted'] }, to: { gte: endingFrom }, ...whose },
    orderBy: [{ from: 'asc' }, { to: 'desc' }, { id: 'asc' }],
  })
  return rows.map(toTarget)
}

type Days = Pick<TargetSlot, 'from' | 'to'>

/** What members were to reach in just these days, whether or not these are over. */
export async function membersTargetsIn(tx: Tx, teamId: string, days: Days): Promise<readonly Target[]> {
  return standingIn(tx, teamId, days, { not: null })
}

/** What one member was to reach in just these days. */
export async function ownTargetsIn(tx: Tx, teamId: string, memberId: string, days: Days): Promise<readonly Target[]> {
  return standingIn(tx, teamId, days, memberId)
}

/** What the team as a whole was to reach in just these days. */
export async function teamTargetsIn(tx: Tx, teamId: string, days: Days): Promise<readonly Target[]> {
  return standingIn(tx, teamId, days, null)
}

async function standingIn(
  tx: Tx,
  teamId: string,
  { from, to }: Days,
  memberId: string | null | { readonly not: null },
): Promise<readonly Target[]> {
  const rows = await tx.target.findMany({
    where: { teamId, state: 'accepted', from, to, memberId },
    orderBy: { id: 'asc' },
  })
  return standing(rows.map(toTarget))
}

/** Every target that there ever was in a slot, oldest first. */
export async function targetsIn(tx: Tx, teamId: string, slot: Omit<TargetSlot, 'kind'>): Promise<readonly Target[]> {
  const { memberId, metricId, from, to } = slot
  const rows = await tx.target.findMany({ where: { teamId, memberId, metricId, from, to }, orderBy: { id: 'asc' } })
  return rows.map(toTarget)
}

export async function targetById(tx: Tx, teamId: string, id: string): Promise<Target | null> {
  const row = await tx.target.findUnique({ where: { id, teamId } })
  return row && toTarget(row)
}

/** The targets that serve one of these or are parts of it, those that were replaced or withdrawn left out. */
export async function childrenOf(tx: Tx, parentIds: readonly string[]): Promise<readonly Target[]> {
  const rows = await tx.target.findMany({
    where: { parentId: { in: [...parentIds] }, state: { in: ['proposed', 'accepted'] } },
    orderBy: { id: 'asc' },
  })
  return rows.map(toTarget)
}

/** Target id → its steps, oldest first. */
export async function stepsOf(
  tx: Tx,
  targetIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TargetStep[]>> {
  const rows = await tx.targetStep.findMany({ where: { targetId: { in: [...targetIds] } }, orderBy: { id: 'asc' } })
  const steps = rows.map(({ targetId, state, by, at }) => ({ targetId, state: stateSchema.parse(state), by, at }))
  return Map.groupBy(steps, ({ targetId }) => targetId)
}

/** Writes a target with its first step. */
export async function insertTarget(tx: Tx, teamId: string, target: Target): Promise<void> {
  await tx.target.create({ data: { ...target, teamId } })
  const { id: targetId, state, createdBy: by, createdAt: at } = target
  await tx.targetStep.create({ data: { targetId, state, by, at } })
}

/** Takes the targets one step further. */
export async function moveTargets(
  tx: Tx,
  ids: readonly string[],
  state: TargetState,
  { by, at }: Pick<TargetStep, 'by' | 'at'>,
): Promise<void> {
  if (ids.length === 0) return
  await tx.target.updateMany({ where: { id: { in: [...ids] } }, data: { state } })
  await tx.targetStep.createMany({ data: ids.map(targetId => ({ targetId, state, by, at })) })
}

/** Member id → the first and the last day from `from` to `to` on which they recorded anything at all. */
export async function recordedBetween(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<ReadonlyMap<string, { readonly first: LocalDate; readonly last: LocalDate }>> {
  const rows = await tx.metricDay.groupBy({
    by: ['memberId'],
    where: { memberId: { in: [...memberIds] }, date: { gte: from, lte: to }, entries: { gt: 0 } },
    _min: { date: true },
    _max: { date: true },
  })
  return new Map(
    rows.flatMap(({ memberId, _min, _max }) =>
      _min.date !== null && _max.date !== null ? [[memberId, { first: _min.date, last: _max.date }] as const] : [],
    ),
  )
}

function toTarget({ teamId: _, kind, state, value, ...row }: TargetRow): Target {
  return { ...row, kind: kindSchema.parse(kind), state: stateSchema.parse(state), value: value.toNumber() }
}
