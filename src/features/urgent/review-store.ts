import { z } from 'zod'
import type { Tx } from '../../store/transaction.ts'
import { type Matter, type Step, type Verdict, verdicts } from './matter.ts'
import { toMatter, toStep } from './store.ts'

interface Span {
  readonly from: Date
  readonly before: Date
}

/** What was raised in a team in that time, the earliest first. */
export async function mattersRaised(tx: Tx, teamId: string, { from, before }: Span): Promise<readonly Matter[]> {
  const rows = await tx.urgentMatter.findMany({
    where: { teamId, raisedAt: { gte: from, lt: before } },
    orderBy: { number: 'asc' },
  })
  return rows.map(toMatter)
}

/** A step with the matter that it is a step of. */
export type StepOf = Step & { readonly matter: Matter }

/** The steps of that time which found nobody or called somebody in their time of rest. */
export async function stepsBetween(tx: Tx, teamId: string, { from, before }: Span): Promise<readonly StepOf[]> {
  const rows = await tx.urgentStep.findMany({
    where: { teamId, at: { gte: from, lt: before }, OR: [{ resting: true }, { kind: 'unanswered' }] },
    orderBy: { id: 'asc' },
  })
  const matters = await tx.urgentMatter.findMany({ where: { id: { in: rows.map(({ matterId }) => matterId) } } })
  const byId = new Map(matters.map(row => [row.id, toMatter(row)]))
  return rows.flatMap(row => {
    const matter = byId.get(row.matterId)
    return matter ? [{ ...toStep(row), matter }] : []
  })
}

/** What managers found last of the calls of these matters, by matter. */
export async function verdictsOf(tx: Tx, matterIds: Iterable<string>): Promise<ReadonlyMap<string, Verdict>> {
  const rows = await tx.urgentStep.findMany({
    where: { matterId: { in: [...new Set(matterIds)] }, kind: { in: [...verdicts] } },
    orderBy: { id: 'asc' },
    select: { matterId: true, kind: true },
  })
  return new Map(rows.map(({ matterId, kind }) => [matterId, z.enum(verdicts).parse(kind)]))
}

/** How many critical matters a member has raised since then, but for those whose calls managers found to be needed. */
export async function criticalsSince(
  tx: Tx,
  { teamId, raisedBy }: Pick<Matter, 'teamId' | 'raisedBy'>,
  since: Date,
): Promise<number> {
  const rows = await tx.urgentMatter.findMany({
    where: { teamId, raisedBy, severity: 'critical', raisedAt: { gt: since } },
    select: { id: true },
  })
  const ids = rows.map(({ id }) => id)
  const found = await verdictsOf(tx, ids)
  return ids.filter(id => found.get(id) !== 'found-needed').length
}
