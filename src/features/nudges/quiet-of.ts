import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { nudgeSettings } from './nudge-settings.ts'
import type { QuietHours } from './quiet-hours.ts'

/** The quiet that a person wants. */
export interface OwnQuiet {
  /** Their own hours, else the team's. */
  readonly hours: QuietHours | null
  /** Until when they asked to be left alone; null when they did not. */
  readonly until: Date | null
}

/** The quiet of each of several people at that moment, whatever it is about, in two queries. */
export async function quietOf(
  tx: Tx,
  team: Team,
  personIds: readonly string[],
  at: Date,
): Promise<(personId: string) => OwnQuiet> {
  const personId = { in: [...personIds] }
  const hours = await tx.quietHours.findMany({ where: { personId } })
  const asked = await tx.quiet.groupBy({
    by: ['personId'],
    where: { personId, kind: '*', from: { lte: at }, until: { gt: at } },
    _max: { until: true },
  })
  const own = new Map(hours.map(({ personId: id, from, to }) => [id, { from, to }]))
  const until = new Map(asked.map(({ personId: id, _max }) => [id, _max.until]))
  const { quiet } = nudgeSettings(team)
  return id => ({ hours: own.get(id) ?? quiet, until: until.get(id) ?? null })
}
