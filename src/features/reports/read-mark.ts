import type { Tx } from '../../store/transaction.ts'
import { nameOfPerson } from '../team/members.ts'
import type { Report } from './report.ts'

/** That somebody has read a report, as its reporter is told. */
export interface ReadMark {
  readonly by: string
  /** It was changed afterwards, so they read what it said before. */
  readonly isOutdated: boolean
}

/** Null while nobody has read it. */
export async function readMarkOf(tx: Tx, { teamId, readBy, readAt, revisedAt }: Report): Promise<ReadMark | null> {
  if (readBy === null || readAt === null) return null
  const by = await nameOfPerson(tx, teamId, readBy)
  return by === null ? null : { by, isOutdated: revisedAt !== null && revisedAt > readAt }
}
