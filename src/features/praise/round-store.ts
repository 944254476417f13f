import type { LocalDate } from '../../calendar/dates.ts'
import type { Tx } from '../../store/transaction.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { allForms, formVersion } from '../forms/store.ts'

/** A round that is over, with the form as it was asked in it. */
export interface PastRound {
  readonly id: string
  readonly date: LocalDate
  readonly dueAt: Date
  readonly definition: FormDefinition
}

/** The last `most` rounds of the team's reports that were due by that moment, oldest first. */
export async function reportRoundsBy(
  tx: Tx,
  teamId: string,
  { date, moment }: { readonly date: LocalDate; readonly moment: Date },
  most: number,
): Promise<readonly PastRound[]> {
  const formIds = (await allForms(tx, teamId)).filter(({ kind }) => kind === 'report').map(({ id }) => id)
  const rows = await tx.round.findMany({
    where: { teamId, formId: { in: formIds }, date: { lte: date }, dueAt: { lte: moment } },
    orderBy: [{ date: 'desc' }, { dueAt: 'desc' }, { id: 'desc' }],
    take: most,
  })
  const versions = new Map(rows.map(row => [versionKey(row), row]))
  const definitions = new Map<string, FormDefinition>()
  for (const [key, { formId, version }] of versions) {
    const definition = await formVersion(tx, formId, version)
    if (definition) definitions.set(key, definition)
  }
  return rows.reverse().flatMap(row => {
    const definition = definitions.get(versionKey(row))
    return definition ? [{ id: row.id, date: row.date, dueAt: row.dueAt, definition }] : []
  })
}

function versionKey({ formId, version }: { readonly formId: string; readonly version: number }): string {
  return `${formId} ${version}`
}

/** `memberId roundId` of everything these members gave in time in those rounds. */
export async function givenInTime(
  tx: Tx,
  rounds: readonly PastRound[],
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const [first, last] = [rounds[0], rounds.at(-1)]
  if (!first || !last) return new Set()
  const ids = new Set(rounds.map(({ id }) => id))
  // By the days, of which there is an index for each member, rather than by a list of a thousand rounds.
  const rows = await tx.report.findMany({
    where: {
      ...{ memberId: { in: [...memberIds] }, kind: 'report', date: { gte: first.date, lte: last.date } },
      status: 'on-time',
    },
    select: { memberId: true, roundId: true },
  })
  return new Set(rows.filter(({ roundId }) => ids.has(roundId)).map(row => givenKey(row.memberId, row.roundId)))
}

export function givenKey(memberId: string, roundId: string): string {
  return `${memberId} ${roundId}`
}
