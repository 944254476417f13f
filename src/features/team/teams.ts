import { z } from 'zod'
import { type OfficialTable, workCalendarSchema } from '../../calendar/work-calendar.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { officialTable, withOfficial } from './official-days.ts'

/** A Team row as any query reads it. */
const teamRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  zone: z.string(),
  lang: z.enum(['zh', 'en']),
  calendar: workCalendarSchema,
  settings: z.record(z.string(), z.unknown()),
})

/** Reads a row; its calendar is given the official days. Throws when the row is not what we once wrote. */
export function toTeam(row: unknown, official: OfficialTable): Team {
  const team = teamRowSchema.parse(row)
  return { ...team, calendar: withOfficial(team.calendar, official) }
}

export async function teamById(tx: Tx, id: string): Promise<Team | null> {
  const row = await tx.team.findUnique({ where: { id } })
  return row && toTeam(row, await officialTable(tx))
}

/** Oldest first. */
export async function allTeams(tx: Tx): Promise<Team[]> {
  const rows = await tx.team.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const official = await officialTable(tx)
  return rows.map(row => toTeam(row, official))
}
