import type { ConstructorOptions } from 'pg-boss'
import type { PrismaClient } from '../../prisma/client/client.ts'

/** Plain SQL. Values come back alike from both databases: see `wire.ts`. */
export interface Session {
  /** One statement with `$1`, `$2` … */
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** Any number of statements, no parameters, no rows. */
  exec(sql: string): Promise<void>
}

/** One connection that nobody else is using, so that what is set on it stays set. */
export interface Connection extends Session {
  /** Commits what `work` did, or rolls all of it back and throws what `work` threw. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
}

export interface Store extends Session {
  readonly kind: 'pglite' | 'postgresql'
  readonly prisma: PrismaClient
  /** What the job queue needs to live in this same database. */
  readonly pgboss: Pick<ConstructorOptions, 'db' | 'backend' | 'connectionString'>
  connection<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** The housekeeping that the embedded database does not do by itself; to be called on a schedule. */
  maintain(): Promise<void>
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  /** Waits for what is running; may be called more than once. */
  close(): Promise<void>
}

/** How long a transaction may wait for its turn, and how long it may then take, in milliseconds. */
export const transactionOptions = { maxWait: 20_000, timeout: 20_000 }
