import { newId } from '../../base/ids.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Group } from './hearing-reach.ts'
import { type Rule, ruleSchema } from './rule.ts'
import { stateOf } from './store.ts'
import type { Version } from './what-holds.ts'

/** All that holds in a team as one. */
export interface Rulebook {
  readonly edition: number
  /** Members were told of what changed until then; null before the first time. */
  readonly toldUpTo: Date | null
  /** When later changes are told; null while there are none. */
  readonly announceAt: Date | null
}

export async function rulebookOf(tx: Tx, teamId: string): Promise<Rulebook> {
  return (await tx.rulebook.findUnique({ where: { teamId } })) ?? { edition: 0, toldUpTo: null, announceAt: null }
}

/** One more edition, of which members are told then, or together with those that wait already. */
export async function newEdition(tx: Tx, teamId: string, announceAt: Date): Promise<void> {
  const { edition, announceAt: waiting } = await rulebookOf(tx, teamId)
  const data = { edition: edition + 1, announceAt: waiting ?? announceAt }
  await tx.rulebook.upsert({ where: { teamId }, create: { teamId, ...data }, update: data })
}

export async function keepTold(tx: Tx, teamId: string, toldUpTo: Date): Promise<void> {
  await tx.rulebook.updateMany({ where: { teamId }, data: { toldUpTo, announceAt: null } })
}

/** The members who have read that edition. */
export async function readersOf(tx: Tx, teamId: string, edition: number): Promise<ReadonlySet<string>> {
  const rows = await tx.ruleAck.findMany({ where: { teamId, edition }, select: { memberId: true } })
  return new Set(rows.map(({ memberId }) => memberId))
}

export async function keepRead(
  tx: Tx,
  read: { readonly teamId: string; readonly memberId: string; readonly edition: number; readonly at: Date },
): Promise<void> {
  await tx.ruleAck.create({ data: { id: newId(read.at), ...read } })
}

/** The groups in which a team talks, the first one first. */
export async function groupsOf(tx: Tx, teamId: string): Promise<readonly Group[]> {
  return tx.channel.findMany({
    where: { teamId },
    select: { id: true, platform: true, name: true },
    orderBy: { id: 'asc' },
  })
}

/** A rule as it was then; null before it was there. */
export async function versionAt(tx: Tx, { id }: Pick<Rule, 'id'>, at: Date): Promise<Version | null> {
  const row = await tx.ruleVersion.findFirst({
    where: { ruleId: id, at: { lte: at } },
    orderBy: { version: 'desc' },
  })
  return row && versionOf(row)
}

export interface DatedVersion extends Version {
  readonly version: number
  readonly memberId: string
  readonly at: Date
}

/** The latest versions of a rule, the last one first. */
export async function versionsOf(tx: Tx, { id }: Pick<Rule, 'id'>, most: number): Promise<readonly DatedVersion[]> {
  const rows = await tx.ruleVersion.findMany({ where: { ruleId: id }, orderBy: { version: 'desc' }, take: most })
  return rows.map(row => ({ ...versionOf(row), version: row.version, memberId: row.memberId, at: row.at }))
}

function versionOf(row: { readonly state: string; readonly definition: unknown }): Version {
  return { state: stateOf(row.state), definition: ruleSchema.parse(row.definition) }
}
