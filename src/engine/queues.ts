import type { QueueOptions } from 'pg-boss'

/** What waits to be done. The rows of the domain are the truth; a job only says that somebody should look at them. */
export interface Jobs {
  /** Events that were written down, by row id. */
  inbox: { readonly ids: readonly string[] }
  /** A conversation in which something waits to be sent. */
  outbox: { readonly conversation: string }
  /** The same, left to the one process that speaks to platforms which only one can speak to. */
  'outbox-sole': { readonly conversation: string }
  /** Something happened to which one feature reacts. */
  reactions: {
    readonly feature: string
    readonly name: string
    readonly teamId: string
    readonly payload: Readonly<Record<string, unknown>>
  }
  /** A schedule of a team that has come due. */
  slots: { readonly teamId: string; readonly job: string; readonly arg: string }
}

export type QueueName = keyof Jobs

/** What every process works off. */
export const sharedQueues: readonly QueueName[] = ['inbox', 'outbox', 'reactions', 'slots']

export const queueNames: readonly QueueName[] = [...sharedQueues, 'outbox-sole']

/**
 * How many jobs of a batch are at work at once. Conversations mostly wait for their platform, and not for one another; what
 * works in the database would only wait for it.
 */
export const abreast: Readonly<Record<QueueName, number>> = {
  inbox: 1,
  outbox: 8,
  'outbox-sole': 8,
  reactions: 1,
  slots: 1,
}

/** Where jobs end that failed every time; `doctor` shows them. */
export const deadLetters = 'dead-letters'

export const queueOptions: QueueOptions = {
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 120,
  expireInSeconds: 120,
  // A process that does not beat is gone, and its jobs wait again.
  heartbeatSeconds: 30,
  deleteAfterSeconds: 600,
}

export type Handlers = { readonly [Q in QueueName]: (job: Jobs[Q]) => Promise<void> }
