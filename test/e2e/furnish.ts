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

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000

/** A wall time in Shanghai so many days after the first Monday that is still to come. */
export function fromMonday(now: Date, days: number, time: `${number}:${number}`): Date {
  const here = new Date(now.getTime() + SHANGHAI)
  const midnight = Math.floor(here.getTime() / DAY) * DAY
  const ahead = ((8 - here.getUTCDay()) % 7 || 7) + days
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(midnight + ahead * DAY + (hours * 60 + minutes) * 60_000 - SHANGHAI)
}
