import type { LocalDate } from '../../calendar/dates.ts'
import type { Tx } from '../../store/transaction.ts'
import { memberNames } from '../team/members.ts'
import type { Case } from './case.ts'

/** A case as people read it. */
export interface Shown {
  readonly case: Case
  readonly owner: string
  readonly filedBy: string
  readonly closedBy: string
  readonly today: LocalDate
}

export async function shownCases(tx: Tx, cases: readonly Case[], today: LocalDate): Promise<readonly Shown[]> {
  const names = await memberNames(
    tx,
    cases.flatMap(({ ownerId, filedBy, closedBy }) => [ownerId, filedBy, closedBy ?? ownerId]),
  )
  const name = (id: string | null) => names.get(id ?? '') ?? ''
  return cases.map(it => ({
    ...{ case: it, today },
    ...{ owner: name(it.ownerId), filedBy: name(it.filedBy), closedBy: name(it.closedBy) },
  }))
}

export async function shownCase(tx: Tx, it: Case, today: LocalDate): Promise<Shown> {
  const [shown] = await shownCases(tx, [it], today)
  if (!shown) throw new Error('one case gives one to show')
  return shown
}
