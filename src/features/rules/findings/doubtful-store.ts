import type { Tx } from '../../../store/transaction.ts'
import { type Finding, toFinding } from './store.ts'

interface Asked {
  readonly teamId: string
  readonly since: Date
  /** Whose own are not shown to them. */
  readonly except: string
  readonly most: number
}

/** What looked like a finding since then and nobody judged, as far as the message is kept: the newest, and how many there are. */
export async function waitingDoubtful(
  tx: Tx,
  { teamId, since, except, most }: Asked,
): Promise<{ readonly first: readonly Finding[]; readonly count: number; readonly unkept: number }> {
  const waiting = {
    ...{ teamId, mode: 'doubtful', wrongAt: null, rightAt: null },
    ...{ at: { gte: since }, memberId: { not: except } },
  }
  const where = { ...waiting, evidence: { not: null } }
  const rows = await tx.finding.findMany({ where, orderBy: [{ at: 'desc' }, { number: 'desc' }], take: most })
  const unkept = await tx.finding.count({ where: { ...waiting, evidence: null } })
  return { first: rows.map(toFinding), count: await tx.finding.count({ where }), unkept }
}

export type Verdict = 'right' | 'wrong'

/** Once: false when somebody judged it before. */
export async function judge(
  tx: Tx,
  id: string,
  { verdict, by, at }: { readonly verdict: Verdict; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const data = verdict === 'right' ? { rightAt: at, rightBy: by } : { wrongAt: at, wrongBy: by }
  return (await tx.finding.updateMany({ where: { id, wrongAt: null, rightAt: null }, data })).count === 1
}
