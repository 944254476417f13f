import type { Totals } from '../store/backup-format.ts'

/** Over all tables of a backup. */
export function rowCount(totals: Totals): number {
  return Object.values(totals).reduce((sum, { rows }) => sum + rows, 0)
}
