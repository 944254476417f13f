import { z } from 'zod'
import type { Pool as PoolRow } from '../../../../prisma/client/client.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { periodOfKey } from '../../../calendar/periods.ts'
import { lock } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'
import { type Pool, type PoolState, poolStates } from './pool.ts'

/** Until the transaction ends nobody else changes the team's pools, so each is settled once. */
export async function lockPools(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `pools:${teamId}`)
}

export async function insertPool(
  tx: Tx,
  teamId: string,
  { period, ...pool }: Pool & { readonly createdBy: string; readonly createdAt: Date },
): Promise<void> {
  await tx.pool.create({ data: { ...pool, teamId, period: period.key, to: period.to } })
}

/** The one that ends first before the others. */
export async function runningPools(tx: Tx, teamId: string): Promise<readonly Pool[]> {
  return read(tx, { teamId, state: 'running' })
}

/** Those that run, or were reached in a period that is not over on that day. */
export async function poolsOn(tx: Tx, teamId: string, date: LocalDate): Promise<readonly Pool[]> {
  return read(tx, { teamId, OR: [{ state: 'running' }, { state: 'reached', to: { gte: date } }] })
}

async function read(
  tx: Tx,
  where: NonNullable<Parameters<Tx['pool']['findMany']>[0]>['where'] & object,
): Promise<readonly Pool[]> {
  return (await tx.pool.findMany({ where, orderBy: [{ to: 'asc' }, { id: 'asc' }] })).map(toPool)
}

export async function savePoolState(
  tx: Tx,
  poolId: string,
  state: { readonly state: PoolState; readonly settledAt: Date; readonly settled?: number },
): Promise<void> {
  await tx.pool.update({ where: { id: poolId }, data: state })
}

function toPool({ id, name, metricKey, target, period, unlocks, state, settledAt, settled }: PoolRow): Pool {
  const read = periodOfKey(period)
  if (read === null) throw new Error(`pool ${id} names no period: ${period}`)
  return {
    ...{ id, name, metricKey, unlocks, settledAt, period: read },
    state: z.enum(poolStates).parse(state),
    target: target.toNumber(),
    settled: settled?.toNumber() ?? null,
  }
}
