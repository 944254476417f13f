import { addDays, eachDate, firstOfMonth, type LocalDate, type LocalTime, mondayOf } from '../../src/calendar/dates.ts'
import { isWorkday, nextWorkday, previousWorkday, workCalendarSchema } from '../../src/calendar/workdays.ts'
import { toInstant, toLocal } from '../../src/calendar/zone.ts'
import type { Store } from '../../src/store/store.ts'
import { temporaryStore } from '../store/fixture.ts'

/** Puts people and one group into an empty Room. */
export async function furnish(store: Store, people: Readonly<Record<string, string>>): Promise<void> {
  const data = Object.entries(people).map(([id, name], position) => ({ id, name, position }))
  await store.prisma.roomUser.createMany({ data })
  await store.prisma.roomChannel.create({ data: { id: 'sales', name: '销售一部' } })
}

/** A data folder with people and a group in it, for a process to start on. */
export async function furnishedFolder(people: Readonly<Record<string, string>>): Promise<string> {
  const { store, settings } = await temporaryStore()
  await furnish(store, people)
  await store.close()
  return settings.dataDir
}

/** A data folder whose tables are there already: that makes a start faster. */
export async function preparedFolder(): Promise<string> {
  const { store, settings } = await temporaryStore()
  await store.close()
  return settings.dataDir
}

const zone = 'Asia/Shanghai'
const calendar = workCalendarSchema.parse({ kind: 'cn' })

/**
 * A wall time in Shanghai so many days after the first Monday still to come whose week is like any other: five
 * workdays, of which none is its month's first or last. So a week means the same on whichever day a test runs.
 */
export function fromMonday(now: Date, days: number, time: LocalTime): Date {
  let monday = addDays(mondayOf(toLocal(now, zone).date), 7)
  while (!isOrdinary(monday)) monday = addDays(monday, 7)
  return toInstant(addDays(monday, days), time, zone)
}

function isOrdinary(monday: LocalDate): boolean {
  const [before, after] = [addDays(monday, -3), addDays(monday, 7)]
  return (
    [...eachDate(monday, addDays(monday, 4))].every(date => isWorkday(calendar, date, 'usual-week')) &&
    previousWorkday(calendar, monday, 'usual-week') === before &&
    nextWorkday(calendar, addDays(monday, 4), 'usual-week') === after &&
    firstOfMonth(before) === firstOfMonth(after)
  )
}
