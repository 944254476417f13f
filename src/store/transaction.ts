import { setTimeout as sleep } from 'node:timers/promises'
import { Prisma } from '../../prisma/client/client.ts'
import { codeOf } from '../base/errors.ts'
import type { Session, Store } from './store.ts'

/** Prisma inside one transaction. */
export type Tx = Prisma.TransactionClient

export interface TransactionSettings extends RetrySettings {
  readonly isolation?: Prisma.TransactionIsolationLevel
}

interface RetrySettings {
  /** How often to try in all when the database asks for a new try. */
  readonly attempts?: number
  readonly random?: () => number
}

/**
 * Runs `work` in one transaction, again from its start when the database gave way to a concurrent one (serialization
 * failure or deadlock). `work` must therefore do nothing that a rollback does not undo.
 */
export function inTransaction<T>(
  store: Store,
  work: (tx: Tx) => Promise<T>,
  settings: TransactionSettings = {},
): Promise<T> {
  // PGlite has one session, which makes every transaction serial already; its adapter sets a level where it has no effect.
  const isolation = store.kind === 'postgresql' ? settings.isolation : undefined
  const options = isolation ? { isolationLevel: isolation } : {}
  return retrying(() => store.prisma.$transaction(work, options), settings)
}

/** Carries nothing but the wish to roll back. */
class RolledBack extends Error {}

/** Runs `work` in a transaction that is always rolled back, and answers what it came to: a look at what would happen. */
export async function inRolledBackTransaction<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = Promise.withResolvers<T>()
  try {
    await inTransaction(store, async tx => {
      result.resolve(await work(tx))
      throw new RolledBack('always')
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  return result.promise
}

/** The same as `inTransaction` in plain SQL, for the few paths that every message takes: it costs half as much. */
export function inPlainTransaction<T>(
  store: Store,
  work: (session: Session) => Promise<T>,
  settings: RetrySettings = {},
): Promise<T> {
  return retrying(() => store.connection(connection => connection.transaction(work)), settings)
}

async function retrying<T>(run: () => Promise<T>, { attempts = 6, random = Math.random }: RetrySettings): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= attempts || !isConflict(error)) throw error
      await sleep(random() * 10 * 2 ** attempt)
    }
  }
}

/** SQLSTATE of a serialization failure and of a detected deadlock. */
const conflictStates = new Set(['40001', '40P01'])

/** Prisma names a conflict P2034, except in raw queries (P2010) and at commit, where only the database's own state tells. */
function isConflict(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true
  return conflictStates.has(sqlState(error) ?? '')
}

/** The database's own code behind an error of a driver, of Prisma or of its adapter, or undefined. */
function sqlState(error: unknown): string | undefined {
  const meta = error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.['driverAdapterError'] : error
  const cause = meta instanceof Error ? meta.cause : undefined
  if (typeof cause !== 'object' || cause === null || !('originalCode' in cause)) return codeOf(error)
  return typeof cause.originalCode === 'string' ? cause.originalCode : undefined
}
