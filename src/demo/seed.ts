import { append } from '../audit/append.ts'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Lang } from '../base/words.ts'
import { workCalendarSchema } from '../calendar/workdays.ts'
import { toInstant, toLocal } from '../calendar/zone.ts'
import { setUpDefaults } from '../features/team/setup-input.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/transaction.ts'
import { agree } from './agreements.ts'
import { foundTeam, furnishRoom } from './found-team.ts'
import { livePast } from './live-past.ts'
import { claimDemo } from './mark.ts'
import { dayBefore, pastDays } from './past-days.ts'
import { writeRoomLog } from './room-log.ts'
import { openStage } from './stage.ts'

export interface DemoHouse {
  readonly store: Store
  readonly clock: Clock
  /** Derives the schedules of every team anew. */
  readonly app: { rescheduleAll(): Promise<void> }
  readonly log: Log
  readonly lang: Lang
}

/**
 * On the very first start: people and groups for the Room, and a team with twenty workdays behind it, made by the same
 * verbs that people use. All of it is there afterwards or nothing. Sends nothing.
 */
export async function seedDemo({ store, clock, app, log, lang }: DemoHouse): Promise<void> {
  const isMade = await inLongTransaction(store, async tx => {
    if (!(await isUntouched(tx)) || !(await claimDemo(tx))) return false
    await makeDemo(tx, { now: clock.now(), log, lang })
    return true
  })
  if (!isMade) return
  await app.rescheduleAll()
  log.info({ lang }, 'the demo team is made; remove it with the command "demo remove"')
}

/** The demo takes seconds on any machine of today, but the usual limit of a transaction could be too short for a slow one. */
export function inLongTransaction<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  return store.prisma.$transaction(work, { timeout: 120_000 })
}

async function isUntouched(tx: Tx): Promise<boolean> {
  return (await tx.team.count()) === 0 && (await tx.roomUser.count()) === 0
}

/** Writes the demo, whether or not there is anything else. */
export async function makeDemo(tx: Tx, { now, log, lang }: { now: Date; log: Log; lang: Lang }): Promise<void> {
  const stage = openStage(tx, log)
  await furnishRoom(tx, lang)
  // Those that a new team has from its set-up; the days must be known before there is one.
  const { zone } = setUpDefaults
  const calendar = workCalendarSchema.parse({ kind: 'cn' })
  const today = toLocal(now, zone).date
  const days = pastDays({ zone, calendar }, now)
  const begun = dayBefore(days, today)
  const company = await foundTeam(stage, toInstant(begun, '10:00', zone), lang)
  await agree(stage, company, toInstant(begun, '10:30', zone), lang)
  const recent = days.findLast(date => date < today) ?? today
  const said = await livePast(stage, company, { days, recent, now }, lang)
  await writeRoomLog(tx, company, { recent, now, said, lang })
  await append(tx, stage.takeNotes())
}
