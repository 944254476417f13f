import { toLocal } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { countKudos, kudosOf } from '../kudos/store.ts'
import { praisesOf } from '../praise/store.ts'
import type { Pool } from '../rewards/pools/pool.ts'
import { poolsOf } from '../rewards/pools/progress.ts'
import { teamWins } from '../wins/store.ts'
import { winSettings } from '../wins/win-settings.ts'
import type { Heard, SummaryFacts } from './facts.ts'

/**
 * Reads what the group heard of in the period, up to `until`.
 *
 * @param asOf - null for pools by what is recorded now
 */
export async function readHeard(
  tx: Tx,
  team: Team,
  { period, until }: Pick<SummaryFacts, 'period' | 'until'>,
  asOf: Date | null,
): Promise<Heard> {
  const { from, to } = period
  const today = toLocal(until, team.zone).date
  const isOver = to < today
  const span = { from, to, until }
  const wins = await teamWins(tx, team.id, span)
  const wasHeard = ({ state, settledAt }: Pool) =>
    state === 'reached'
      ? settledAt !== null && settledAt <= until && toLocal(settledAt, team.zone).date >= from
      : from <= today && !isOver
  return {
    wins: winSettings(team).amounts ? wins : { ...wins, sum: null, largest: null },
    kudos: { times: await countKudos(tx, team.id, span), latest: await kudosOf(tx, team.id, span) },
    praises: await praisesOf(tx, team, { from, to: isOver ? to : today }),
    pools: (await poolsOf(tx, team, from, asOf)).filter(({ pool }) => wasHeard(pool)),
  }
}
