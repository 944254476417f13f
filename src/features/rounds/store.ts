import { newId } from '../../base/ids.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { TeamForm } from '../forms/store.ts'
import type { Occurrence } from './window.ts'

/** An occurrence that exists: people have been asked, or have answered. */
export interface Round extends Occurrence {
  readonly id: string
  readonly teamId: string
  readonly formId: string
  /** The version of the form that is asked in it. */
  readonly version: number
  /** When its digest was first said. */
  readonly digestAt: Date | null
}

/**
 * The round of that occurrence, made if there is none. While nobody has answered it follows the form to a newer version,
 * and until its digest is said it follows the form's times; after that it stays as it was.
 */
export async function ensureRound(
  tx: Tx,
  team: Pick<Team, 'id'>,
  form: Pick<TeamForm, 'id' | 'version'>,
  occurrence: Occurrence,
): Promise<Round> {
  const { date, ordinal, opensAt, dueAt, closesAt } = occurrence
  const which = { formId_date_ordinal: { formId: form.id, date, ordinal } }
  const known = await tx.round.findUnique({ where: which })
  if (known) return follow(tx, known, form.version, { opensAt, dueAt, closesAt })
  const row = { id: newId(opensAt), teamId: team.id, formId: form.id, version: form.version }
  // Somebody else may make the same round at this moment; whoever is second takes the first one's.
  await tx.round.createMany({ data: [{ ...row, date, ordinal, opensAt, dueAt, closesAt }], skipDuplicates: true })
  return tx.round.findUniqueOrThrow({ where: which })
}

async function follow(
  tx: Tx,
  round: Round,
  version: number,
  times: Pick<Round, 'opensAt' | 'dueAt' | 'closesAt'>,
): Promise<Round> {
  const moved =
    round.opensAt.getTime() !== times.opensAt.getTime() ||
    round.dueAt.getTime() !== times.dueAt.getTime() ||
    round.closesAt.getTime() !== times.closesAt.getTime()
  const { id } = round
  if (version > round.version) {
    await tx.round.updateMany({ where: { id, version: { lt: version }, reports: { none: {} } }, data: { version } })
  }
  if (moved) await tx.round.updateMany({ where: { id, digestAt: null }, data: times })
  return moved || version > round.version ? tx.round.findUniqueOrThrow({ where: { id } }) : round
}

export function roundById(tx: Tx, id: string): Promise<Round | null> {
  return tx.round.findUnique({ where: { id } })
}

/** The team's rounds about that day, in the order in which they are due. */
export function roundsOn(tx: Tx, teamId: string, date: LocalDate): Promise<readonly Round[]> {
  return tx.round.findMany({ where: { teamId, date }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
}

/** The rounds of those forms about the days from `from` to `to` that were due by `until`, in the order in which they were. */
export function dueRounds(
  tx: Tx,
  teamId: string,
  {
    formIds,
    from,
    to,
    until,
  }: { readonly formIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate; readonly until: Date },
): Promise<readonly Round[]> {
  return tx.round.findMany({
    where: { teamId, formId: { in: [...formIds] }, date: { gte: from, lte: to }, dueAt: { lte: until } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  })
}

/** The team's rounds that can be answered at that moment, on time or late, in the order in which they are due. */
export function openRounds(tx: Tx, teamId: string, now: Date): Promise<readonly Round[]> {
  return tx.round.findMany({
    where: { teamId, opensAt: { lte: now }, closesAt: { gt: now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  })
}
