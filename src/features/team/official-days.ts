import type { OfficialTable, WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Tx } from '../../store/transaction.ts'

/** The official days off and make-up days that admins have given, for all teams of the installation. */
export async function officialTable(tx: Tx): Promise<OfficialTable> {
  const rows = await tx.officialDay.findMany()
  return Object.fromEntries(rows.map(({ date, work, name }) => [date, { work, name }]))
}

/** Writes days; a date that was given before takes its new meaning. */
export async function saveOfficialDays(tx: Tx, table: OfficialTable): Promise<void> {
  const rows = Object.entries(table).map(([date, day]) => ({ date, ...day }))
  await tx.officialDay.deleteMany({ where: { date: { in: rows.map(row => row.date) } } })
  await tx.officialDay.createMany({ data: rows })
}

/** Calendars are kept without the official days, which change for everybody at once, and are given them when read. */
export function withOfficial(calendar: WorkCalendar, official: OfficialTable): WorkCalendar {
  return { ...calendar, official: { ...calendar.official, ...official } }
}
