import { setTimeout as sleep } from 'node:timers/promises'
import { fromPrisma, type Job, type JobResult, PgBoss } from 'pg-boss'
import { messageOf } from '../base/errors.ts'
import { newId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import { aborted } from '../base/wait.ts'
import type { Session, Store } from '../store/store.ts'
import type { Tx } from '../store/transaction.ts'
import {
  abreast,
  deadLetters,
  type Handlers,
  type Jobs,
  type QueueName,
  queueNames,
  queueOptions,
  sharedQueues,
} from './queues.ts'

export interface Engine {
  /** Installs or upgrades the queue's own tables. Idempotent. */
  prepare(): Promise<void>
  /** Begins to work. Without it nothing runs but by `settle`, which is how tests and the command line want it. */
  start(handlers: Handlers): Promise<void>
  /** Works off one more queue until `signal` aborts: after `start`, for what this process alone may do. */
  workAlone(queue: QueueName, handlers: Handlers, signal: AbortSignal): Promise<void>
  /** Adds jobs in the caller's transaction: they exist when it commits, and never if it does not. */
  enqueue<Q extends QueueName>(tx: Tx | Session, queue: Q, jobs: readonly Jobs[Q][]): Promise<void>
  /** Runs until no job is waiting or at work anywhere. Jobs that wait for a later retry are not waited for. */
  settle(handlers: Handlers): Promise<void>
  /** How many jobs have given up for good, by queue. */
  dead(): Promise<number>
  stop(): Promise<void>
}

const batchSize = 50

/** How pg-boss writes in a transaction of ours. */
function databaseOf(tx: Tx | Session): ReturnType<typeof fromPrisma> {
  if (!('exec' in tx)) return fromPrisma(tx)
  return { executeSql: async (sql: string, values?: unknown[]) => ({ rows: await tx.query(sql, values) }) }
}

/** The id of no job. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The job queue, in the same database as everything else. pg-boss decides by the database's own clock what may run now;
 * due times of the domain live in our own rows instead, because a team's clock can be moved.
 */
export function createEngine(store: Store, log: Log): Engine {
  const boss = new PgBoss({
    ...{ ...store.pgboss, useListenNotify: true, schedule: false, max: 6 },
    // How soon it is noticed that a process at work is gone, in seconds.
    ...{ superviseIntervalSeconds: 20, monitorIntervalSeconds: 20 },
  })
  boss.on('error', error => log.error({ err: error }, 'job queue failed'))
  boss.on('warning', warning => log.warn({ warning: messageOf(warning) }, 'job queue warning'))
  let prepared = false
  const concurrency = store.kind === 'pglite' ? 1 : 4

  async function prepare(): Promise<void> {
    if (prepared) return
    await boss.start()
    const existing = new Set((await boss.getQueues()).map(queue => queue.name))
    if (!existing.has(deadLetters)) await boss.createQueue(deadLetters, { retryLimit: 0 })
    for (const name of queueNames) {
      if (!existing.has(name)) await boss.createQueue(name, { ...queueOptions, deadLetter: deadLetters, notify: true })
      // Makes pg-boss remember the queue now. Learnt later, inside a transaction of ours, it would ask over a second
      // connection, and the embedded database has but one: both would wait for each other.
      await boss.findJobs(name, { id: nobody })
    }
    if (store.kind === 'pglite') await takeBack()
    prepared = true
  }

  /** What a killed process was at work on waits again. The embedded database is ours alone, so nobody else can be at it. */
  async function takeBack(): Promise<void> {
    const sql = `UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = ANY($1) AND state = 'active'`
    await store.query(sql, [queueNames])
  }

  async function runJob<Q extends QueueName>(queue: Q, handlers: Handlers, job: Job<Jobs[Q]>): Promise<JobResult> {
    try {
      await handlers[queue](job.data)
      return { id: job.id, status: 'completed' }
    } catch (error) {
      log.error({ err: error, queue, jobId: job.id }, 'job failed and will be tried again')
      return { id: job.id, status: 'failed', output: { message: messageOf(error) } }
    }
  }

  /** Begun in the order in which they were added, which their ids tell. One that fails never stops the others of its batch. */
  async function run<Q extends QueueName>(
    queue: Q,
    handlers: Handlers,
    jobs: readonly Job<Jobs[Q]>[],
  ): Promise<JobResult[]> {
    const results: JobResult[] = []
    const left = jobs.toSorted((a, b) => (a.id < b.id ? -1 : 1)).values()
    const takeTurns = async () => {
      for (const job of left) results.push(await runJob(queue, handlers, job))
    }
    await Promise.all(Array.from({ length: abreast[queue] }, takeTurns))
    return results
  }

  async function work<Q extends QueueName>(queue: Q, handlers: Handlers): Promise<void> {
    const options = {
      batchSize,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 5,
      burstWhenBatchFull: true,
      perJobResults: true,
      localConcurrency: queue === 'slots' ? 1 : concurrency,
    } as const
    await boss.work(queue, options, async (jobs: Job<Jobs[Q]>[]) => run(queue, handlers, jobs))
  }

  async function runOnce<Q extends QueueName>(queue: Q, handlers: Handlers): Promise<number> {
    const jobs = await boss.fetch<Jobs[Q]>(queue, { batchSize })
    for (const result of await run(queue, handlers, jobs)) {
      if (result.status === 'completed') await boss.complete(queue, result.id)
      else await boss.fail(queue, result.id, result.output)
    }
    return jobs.length
  }

  async function waiting(): Promise<number> {
    const [row] = await store.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pgboss.job
       WHERE name = ANY($1) AND (state = 'active' OR (state < 'active' AND start_after <= now()))`,
      [queueNames],
    )
    return row?.n ?? 0
  }

  return {
    prepare,
    async start(handlers) {
      await prepare()
      for (const queue of sharedQueues) await work(queue, handlers)
    },
    async workAlone(queue, handlers, signal) {
      await work(queue, handlers)
      await aborted(signal)
      await boss.offWork(queue, { wait: true })
    },
    async enqueue(tx, queue, jobs) {
      if (jobs.length === 0) return
      await boss.insert(
        queue,
        jobs.map(data => ({ id: newId(), data })),
        { db: databaseOf(tx) },
      )
    },
    async settle(handlers) {
      await prepare()
      for (;;) {
        let ran = 0
        for (const queue of queueNames) ran += await runOnce(queue, handlers)
        if (ran > 0) continue
        if ((await waiting()) === 0) return
        await sleep(10)
      }
    },
    async dead() {
      const [row] = await store.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pgboss.job WHERE name = $1 AND state < 'completed'`,
        [deadLetters],
      )
      return row?.n ?? 0
    },
    async stop() {
      if (prepared) await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}
