import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../../prisma/client/client.ts'
import type { Log } from '../base/log.ts'
import { type Connection, type Session, type Store, transactionOptions } from './store.ts'
import { parameters, parsers } from './wire.ts'

/** Opens a PostgreSQL server; it connects when first used, so a server that is down shows in the first query. */
export function openPostgres(url: string, log: Log): Store {
  const connectionString = inUtc(url)
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000, types: { getTypeParser } })
  // An idle connection that breaks is replaced when next needed; unheard, this event would end the process.
  pool.on('error', error => log.warn({ err: error }, 'idle database connection lost'))
  const adapter = new PrismaPg(pool)
  const prisma = new PrismaClient({ adapter, transactionOptions, errorFormat: 'minimal' })
  return {
    ...sessionOn(pool),
    kind: 'postgresql',
    prisma,
    pgboss: { connectionString },
    connection: work => withConnection(pool, work),
    // A server looks after itself: autovacuum and checkpoints are its own.
    maintain: async () => {},
    async ping() {
      await pool.query('SELECT 1')
    },
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/**
 * The address with the session's time zone set to UTC. Prisma's adapters write and read timestamps without an offset, so in
 * any other zone every instant would move.
 */
export function inUtc(url: string): string {
  const [base = '', query = ''] = url.split('?', 2)
  const params = new URLSearchParams(query)
  const options = [params.get('options'), '-c TimeZone=UTC'].filter(Boolean).join(' ')
  params.set('options', options)
  return `${base}?${params}`
}

const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid, format) =>
  (format === 'binary' ? undefined : parsers[oid]) ?? pg.types.getTypeParser(oid, format)

async function withConnection<T>(pool: pg.Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let healthy = false
  try {
    const result = await work({ ...sessionOn(client), transaction: inner => transaction(client, inner) })
    healthy = true
    return result
  } finally {
    // After a failure the connection is thrown away, and with it any lock or setting that was left on it.
    client.release(!healthy)
  }
}

async function transaction<T>(client: pg.PoolClient, work: (session: Session) => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work(sessionOn(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A connection too broken to take this is thrown away by its owner, which rolls back as well.
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

function sessionOn(client: pg.Pool | pg.PoolClient): Session {
  return {
    async query<Row extends object>(sql: string, params?: readonly unknown[]) {
      const { rows } = await client.query<Row>(sql, parameters(params))
      return rows
    },
    async exec(sql) {
      await client.query(sql)
    },
  }
}
