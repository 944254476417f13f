import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { defaultForms } from './defaults.ts'
import { addForm } from './store.ts'

/** Gives a new team its plan and its report; whatever it already has stays as it is. */
export async function createDefaultForms(tx: Tx, team: Pick<Team, 'id'>, now: Date): Promise<void> {
  for (const [key, definition] of defaultForms) await addForm(tx, { teamId: team.id, key, definition, now, by: null })
}
