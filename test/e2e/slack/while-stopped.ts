import { z } from 'zod'
import { clockOffsetKey } from '../../../src/schedule/travel.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { quiet } from '../../store/fixture.ts'

/** Looks into, or changes, the database of a process that does not run now. */
export async function whileStopped<T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir, log: quiet })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** The process was not there until then, in the team's time. */
export function awayUntil(dataDir: string, then: Date): Promise<void> {
  return whileStopped(dataDir, async ({ prisma }) => {
    await prisma.installation.update({
      where: { key: clockOffsetKey },
      data: { value: then.getTime() - Date.now() },
    })
  })
}

const values = z.record(z.string(), z.number())
const snapshot = z.object({ values })

/** The reports of a day with all that they ever said, earliest first. */
export async function reportsOf({ prisma }: Store, date: string) {
  const rows = await prisma.report.findMany({
    where: { date, kind: 'report' },
    include: { member: true, revisions: { orderBy: { number: 'asc' } } },
    orderBy: { submittedAt: 'asc' },
  })
  return rows.map(({ member, status, revisions, ...last }) => ({
    name: member.name,
    status,
    said: [...revisions.map(one => snapshot.parse(one.snapshot).values), values.parse(last.values)],
  }))
}

/** How many messages of people were ever taken in. */
export function messagesTaken({ prisma }: Store): Promise<number> {
  return prisma.inboundEvent.count({ where: { platform: 'slack', eventId: { startsWith: 'm:' } } })
}
